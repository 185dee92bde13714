import { FrozenExercise } from '../catalogue/frozen-exercise.ts'
import type { Dataset } from '../contract/dataset.ts'
import { DatasetPicture } from '../contract/dataset-picture.ts'
import type { Db } from '../db.ts'
import { type Bars, barsOf } from '../domain/bars.ts'
import { listPracticeSets } from './list-practice-sets.ts'
import { readBaselines } from './read-baselines.ts'

export interface DatasetPage {
  card: Dataset
  /** Null for what was published before there were pictures. */
  picture: DatasetPicture | null
  /** Of the course, in its order, with what classical models reach on the public rows. */
  exercises: { slug: string; title: string; bars: Bars; trainRows: number }[]
}

interface Input {
  courseId: string
  name: string
  /** Staff see it before any of its exercises opens. */
  isStaff: boolean
  now: Date
}

/**
 * A dataset as a course uses it: card, picture and exercises. Null when no exercise that is open does, unless it ships
 * without any.
 */
export async function readDatasetPage(db: Db, { courseId, name, isStaff, now }: Input): Promise<DatasetPage | null> {
  const assignments = await db.assignment.findMany({
    where: {
      courseId,
      ...(isStaff ? {} : { opensAt: { lte: now } }),
      exerciseVersion: { bundle: { path: ['exercise', 'dataset'], equals: name } },
    },
    select: { slug: true, exerciseVersion: { select: { bundle: true, dataset: { select: { picture: true } } } } },
    orderBy: [{ exerciseVersion: { module: 'asc' } }, { exerciseVersion: { order: 'asc' } }],
  })
  const uses = assignments.flatMap(({ slug, exerciseVersion }) => {
    const frozen = FrozenExercise.parse(exerciseVersion.bundle)
    const { exercise, dataset } = frozen
    if (!dataset || exercise.kind !== 'model') return []
    return [{ slug, frozen, exercise, card: dataset.card, picture: exerciseVersion.dataset?.picture ?? null }]
  })
  // Assignments may hold to an earlier version; the page shows the newest that the course uses.
  const newest =
    uses.toSorted((a, b) => b.card.version - a.card.version)[0] ??
    (await listPracticeSets(db)).find(({ card }) => card.name === name)
  if (!newest) return null
  return {
    card: newest.card,
    picture: DatasetPicture.nullable().parse(newest.picture),
    exercises: await Promise.all(
      uses.map(async ({ slug, frozen, exercise, card }) => ({
        slug,
        title: exercise.title,
        bars: { ...barsOf(exercise), classical: await readBaselines(db, { frozen, split: 'public' }) },
        trainRows: exercise.trainRows ?? card.split.train,
      })),
    ),
  }
}
