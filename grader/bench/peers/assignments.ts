import { readFile } from 'node:fs/promises'

/** One assignment as each grader has it: the same network, rows, epochs and batches. */
export interface PeerAssignment {
  name: string
  exercise: string
  /** Accuracy on hidden rows that passes. */
  bar: number
  /** TypeScript, as it is submitted here. */
  solution: string
  /** Python cells: what is given, what a student writes, and what checks it. */
  cells: { given: string; solution: string; check: string }
}

const ASSIGNMENTS = [
  // Training is most of it.
  { name: 'mnist-cnn', exercise: 'm4-mnist-cnn', bar: 0.945, solution: './mnist-cnn/solution.ts' },
  // Hardly any training: what a grader needs besides.
  {
    name: 'wine',
    exercise: 'm1-wine-first-network',
    bar: 0.9,
    solution: '../../../exercises/m1-wine-first-network/solution.ts',
  },
] as const

/** @param names some of them; all, unless named */
export async function readAssignments(names?: readonly string[]): Promise<PeerAssignment[]> {
  const unknown = names?.find((name) => !ASSIGNMENTS.some((one) => one.name === name))
  if (unknown)
    throw new Error(`there is no assignment ${unknown}; there are: ${ASSIGNMENTS.map(({ name }) => name).join(', ')}`)
  const read = (path: string) => readFile(new URL(path, import.meta.url), 'utf8')
  return Promise.all(
    ASSIGNMENTS.filter(({ name }) => names?.includes(name) ?? true).map(async ({ solution, ...one }) => ({
      ...one,
      solution: await read(solution),
      cells: {
        given: await read('./given.py'),
        solution: await read(`./${one.name}/solution.py`),
        check: `${await read('./check.py')}assert accuracy >= ${one.bar}\n`,
      },
    })),
  )
}
