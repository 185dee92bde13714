import { FrozenExercise } from '../catalogue/frozen-exercise.ts'
import type { Dataset } from '../contract/dataset.ts'
import type { Db } from '../db.ts'
import { listPracticeSets } from './list-practice-sets.ts'

export interface CourseDataset {
  card: Dataset
  /** Of the course, in its order; none for a practice set. */
  exercises: { slug: string; title: string }[]
}

interface Input {
  courseId: string
  /** Staff see it before any of its exercises opens. */
  isStaff: boolean
  now: Date
}

/** The datasets that one may look at in a course: those of its exercises, in its order, then those that ship without any. */
export async function listCourseDatasets(db: Db, { courseId, isStaff, now }: Input): Promise<CourseDataset[]> {
  const assignments = await db.assignment.findMany({
    where: { courseId, ...(isStaff ? {} : { opensAt: { lte: now } }) },
    select: { slug: true, exerciseVersion: { select: { bundle: true } } },
    orderBy: [{ exerciseVersion: { module: 'asc' } }, { exerciseVersion: { order: 'asc' } }],
  })
  const uses = assignments.flatMap(({ slug, exerciseVersion }) => {
    const { dataset, exercise } = FrozenExercise.parse(exerciseVersion.bundle)
    return dataset ? [{ card: dataset.card, slug, title: exercise.title }] : []
  })
  const used = [...Map.groupBy(uses, ({ card }) => card.name).values()].flatMap((ofName) => {
    const [newest] = ofName.toSorted((a, b) => b.card.version - a.card.version)
    return newest ? [{ card: newest.card, exercises: ofName.map(({ slug, title }) => ({ slug, title })) }] : []
  })
  return [...used, ...(await listPracticeSets(db)).map(({ card }) => ({ card, exercises: [] }))]
}
