import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { z } from 'zod'
import type { PeerAssignment } from './assignments.ts'
import { measureCommand, measureNotebook, type NotebookRun, type Place, peerEnvironment } from './measure-command.ts'
import { fillCell, notebookOf } from './notebook.ts'

const ASSIGNMENT = 'ps1'
const NOTEBOOK = 'ps1.ipynb'
const GRADES = 'grades.csv'
/** A cell has 30 s by default, which a busy machine may need for the training alone. */
const CONFIG = `c = get_config()
c.CourseDirectory.course_id = "bench"
c.ExecutePreprocessor.timeout = 3600
`

/** Makes a course with the assignment, as an instructor does once, and gives what grades a submission. */
export async function openNbgrader(place: Place, assignment: PeerAssignment, rows: string) {
  const folder = join(place.folder, `nbgrader-${assignment.name}`)
  const { given, solution, check } = assignment.cells
  const nbgrader = (...args: string[]) =>
    measureCommand(place, [place.python, '-m', 'nbgrader', ...args], { cwd: folder, env: peerEnvironment(place) })
  await mkdir(join(folder, 'source', ASSIGNMENT), { recursive: true })
  await writeFile(join(folder, 'nbgrader_config.py'), CONFIG)
  await writeFile(
    join(folder, 'source', ASSIGNMENT, NOTEBOOK),
    notebookOf([
      { source: given, nbgrader: { grade_id: 'given', grade: false, solution: false, locked: true } },
      {
        source: `### BEGIN SOLUTION\n${solution}### END SOLUTION\n`,
        nbgrader: { grade_id: 'solution', grade: false, solution: true, locked: false },
      },
      {
        source: `### BEGIN HIDDEN TESTS\n${check}### END HIDDEN TESTS\n`,
        nbgrader: { grade_id: 'check', grade: true, solution: false, locked: true, points: 1 },
      },
    ]),
  )
  await nbgrader('generate_assignment', ASSIGNMENT)
  const released = await readFile(join(folder, 'release', ASSIGNMENT, NOTEBOOK), 'utf8')
  let students = 0
  return async (): Promise<NotebookRun> => {
    const student = `student-${++students}`
    const submitted = join(folder, 'submitted', student, ASSIGNMENT)
    await mkdir(submitted, { recursive: true })
    await writeFile(join(submitted, NOTEBOOK), fillCell(released, 'solution', solution))
    const command = ['-m', 'nbgrader', 'autograde', ASSIGNMENT, '--student', student]
    const run = await measureNotebook(place, rows, command, folder)
    await nbgrader('export', '--to', GRADES)
    const { score, outOf } = readNbgraderGrade(await readFile(join(folder, GRADES), 'utf8'), student)
    if (outOf === 0 || score !== outOf) throw new Error(`nbgrader gave ${score} of ${outOf} points`)
    return run
  }
}

const Grade = z.object({ student_id: z.string(), score: z.coerce.number(), max_score: z.coerce.number() })

/** A student's points in what nbgrader exports. @throws when they are not in it */
export function readNbgraderGrade(csv: string, student: string): { score: number; outOf: number } {
  const grades = z.array(Grade).parse(parse(csv, { columns: true }))
  const grade = grades.find(({ student_id }) => student_id === student)
  if (!grade) throw new Error(`nbgrader exported no grade of ${student}`)
  return { score: grade.score, outOf: grade.max_score }
}
