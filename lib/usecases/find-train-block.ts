import { FrozenExercise } from '../catalogue/frozen-exercise.ts'
import { type TrainBlock, trainBlocks } from '../catalogue/train-blocks.ts'
import type { Db } from '../db.ts'
import { openingState } from '../domain/opening.ts'
import type { CourseRole } from '../domain/permissions.ts'

interface Input {
  courseId: string
  /** Of the assignment. */
  slug: string
  hash: string
  role: CourseRole
  now: Date
}

/**
 * The block of an exercise's training rows that has this hash. Null for any other hash, those of hidden rows among them,
 * and for a student before the exercise opens.
 */
export async function findTrainBlock(db: Db, { courseId, slug, hash, role, now }: Input): Promise<TrainBlock | null> {
  const assignment = await db.assignment.findUnique({
    where: { courseId_slug: { courseId, slug } },
    include: { exerciseVersion: { select: { bundle: true } } },
  })
  if (!assignment || (role === 'student' && openingState(assignment, now) === 'not-open')) return null
  const { exercise, dataset } = FrozenExercise.parse(assignment.exerciseVersion.bundle)
  if (!dataset) return null
  return Object.values(trainBlocks(exercise, dataset.published)).find(({ sha256 }) => sha256 === hash) ?? null
}
