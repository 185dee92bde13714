import { FrozenExercise } from '../catalogue/frozen-exercise.ts'
import { SLOTS, type SlotName } from '../contract/slots.ts'
import type { Db } from '../db.ts'

/** An exercise that a network from the playground can be carried into. */
export interface PlaygroundExercise {
  courseSlug: string
  courseTitle: string
  assignmentId: string
  slug: string
  title: string
  starter: string
  locked: SlotName[]
}

interface Input {
  userId: string
  /** The exercises asked for. */
  slugs: readonly string[]
  now: Date
}

/** Those of the person's own courses that have opened. */
export async function findPlaygroundExercises(db: Db, { userId, slugs, now }: Input): Promise<PlaygroundExercise[]> {
  const assignments = await db.assignment.findMany({
    where: {
      slug: { in: [...slugs] },
      opensAt: { lte: now },
      course: { archivedAt: null, enrolments: { some: { userId, deactivatedAt: null } } },
    },
    select: {
      id: true,
      slug: true,
      course: { select: { slug: true, title: true } },
      exerciseVersion: { select: { title: true, bundle: true } },
    },
    orderBy: { course: { title: 'asc' } },
  })
  return assignments.map(({ id, slug, course, exerciseVersion }) => {
    const { exercise, starter } = FrozenExercise.parse(exerciseVersion.bundle)
    return {
      courseSlug: course.slug,
      courseTitle: course.title,
      assignmentId: id,
      slug,
      title: exerciseVersion.title,
      starter,
      locked: SLOTS.filter((name) => exercise.slots[name] === 'locked'),
    }
  })
}
