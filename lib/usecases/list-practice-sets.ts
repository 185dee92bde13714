import { Dataset } from '../contract/dataset.ts'
import { DatasetPicture } from '../contract/dataset-picture.ts'
import type { Db } from '../db.ts'

interface PracticeSet {
  card: Dataset
  picture: DatasetPicture | null
}

/** The newest version of every published dataset that no exercise uses, by title. */
export async function listPracticeSets(db: Db): Promise<PracticeSet[]> {
  const versions = await db.datasetVersion.findMany({
    select: { name: true, card: true, picture: true, _count: { select: { exercises: true } } },
    orderBy: { version: 'desc' },
  })
  return [...Map.groupBy(versions, ({ name }) => name).values()]
    .flatMap((ofName) => {
      const newest = ofName.every(({ _count }) => _count.exercises === 0) ? ofName[0] : undefined
      if (!newest?.card) return []
      return { card: Dataset.parse(newest.card), picture: DatasetPicture.nullable().parse(newest.picture) }
    })
    .sort((a, b) => (a.card.title < b.card.title ? -1 : 1))
}
