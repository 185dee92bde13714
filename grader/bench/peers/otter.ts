import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { PeerAssignment } from './assignments.ts'
import { measureCommand, measureNotebook, type NotebookRun, type Place, peerEnvironment } from './measure-command.ts'
import { notebookOf, otterTest } from './notebook.ts'

const QUESTION = 'q1'

/** Makes the autograder's archive, as an instructor does once, and gives what grades a submission. */
export async function openOtter(place: Place, assignment: PeerAssignment, rows: string) {
  const folder = join(place.folder, `otter-${assignment.name}`)
  const { given, solution, check } = assignment.cells
  await mkdir(join(folder, 'tests'), { recursive: true })
  await writeFile(join(folder, 'tests', `${QUESTION}.py`), otterTest(QUESTION, check))
  await writeFile(
    join(folder, 'submission.ipynb'),
    notebookOf([
      { source: `import otter\n\ngrader = otter.Notebook()\n` },
      { source: given },
      { source: solution },
      { source: `grader.check("${QUESTION}")\n` },
    ]),
  )
  await measureCommand(place, [place.python, '-m', 'otter', 'generate', '-t', 'tests', '-o', 'autograder.zip'], {
    cwd: folder,
    env: peerEnvironment(place),
  })
  return async (): Promise<NotebookRun> => {
    const command = ['-m', 'otter', 'run', 'submission.ipynb', '-a', 'autograder.zip', '-o', '.', '--no-logo']
    const run = await measureNotebook(place, rows, command, folder)
    const { score, outOf } = readOtterResults(await readFile(join(folder, 'results.json'), 'utf8'))
    if (outOf === 0 || score !== outOf) throw new Error(`otter-grader gave ${score} of ${outOf} points`)
    return run
  }
}

const Results = z.object({
  tests: z.array(z.object({ score: z.number().optional(), max_score: z.number().optional() })),
})

/** The points of a results.json; entries without any are texts. */
export function readOtterResults(text: string): { score: number; outOf: number } {
  const { tests } = Results.parse(JSON.parse(text))
  const sum = (of: 'score' | 'max_score') => tests.reduce((total, test) => total + (test[of] ?? 0), 0)
  return { score: sum('score'), outOf: sum('max_score') }
}
