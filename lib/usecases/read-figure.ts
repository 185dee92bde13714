import { FrozenExercise } from '../catalogue/frozen-exercise.ts'
import type { Db } from '../db.ts'
import { openingState } from '../domain/opening.ts'

interface Input {
  courseId: string
  slug: string
  name: string
  /** Course staff see an exercise before it opens. */
  isStaff: boolean
  now: Date
}

/** A picture of an exercise's text, as the version that the course gives out has it. Null where there is none to see. */
export async function readFigure(db: Db, { courseId, slug, name, isStaff, now }: Input): Promise<string | null> {
  const assignment = await db.assignment.findUnique({
    where: { courseId_slug: { courseId, slug } },
    include: { exerciseVersion: { select: { bundle: true } } },
  })
  if (!assignment || (!isStaff && openingState(assignment, now) === 'not-open')) return null
  const { figures } = FrozenExercise.parse(assignment.exerciseVersion.bundle)
  return Object.hasOwn(figures, name) ? (figures[name] ?? null) : null
}
