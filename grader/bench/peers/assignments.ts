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

/** `without`: a line of the exercise's solution that no other grader has the like of. */
const ASSIGNMENTS: readonly { name: string; exercise: string; bar: number; without?: string }[] = [
  // Training is most of it. Shifting pictures would be one more thing to compare.
  { name: 'mnist-cnn', exercise: 'm4-mnist-cnn', bar: 0.945, without: "  augment: [{ op: 'shift', pixels: 1 }],\n" },
  // Hardly any training: what a grader needs besides.
  { name: 'wine', exercise: 'm1-wine-first-network', bar: 0.9 },
]

/** @param names some of them; all, unless named */
export async function readAssignments(names?: readonly string[]): Promise<PeerAssignment[]> {
  const unknown = names?.find((name) => !ASSIGNMENTS.some((one) => one.name === name))
  if (unknown)
    throw new Error(`there is no assignment ${unknown}; there are: ${ASSIGNMENTS.map(({ name }) => name).join(', ')}`)
  const read = (path: string) => readFile(new URL(path, import.meta.url), 'utf8')
  return Promise.all(
    ASSIGNMENTS.filter(({ name }) => names?.includes(name) ?? true).map(async ({ without = '', ...one }) => ({
      ...one,
      solution: leftOut(await read(`../../../exercises/${one.exercise}/solution.ts`), without),
      cells: {
        given: await read('./given.py'),
        solution: await read(`./${one.name}/solution.py`),
        check: `${await read('./check.py')}assert accuracy >= ${one.bar}\n`,
      },
    })),
  )
}

function leftOut(source: string, line: string): string {
  if (!source.includes(line)) throw new Error(`the solution does not say ${line.trim()} any more`)
  return source.replace(line, '')
}
