import { drawPicture } from '#lib/catalogue/draw-picture.ts'
import { freezeExercise } from '#lib/catalogue/freeze-exercise.ts'
import type { FrozenExercise } from '#lib/catalogue/frozen-exercise.ts'
import { listDatasets } from '#lib/catalogue/list-datasets.ts'
import { listExercises } from '#lib/catalogue/list-exercises.ts'
import { thawTable } from '#lib/catalogue/load-bundle.ts'
import { publishDataset } from '#lib/catalogue/publish-dataset.ts'
import { readDataset } from '#lib/catalogue/read-dataset.ts'
import { AuthorError } from '#lib/catalogue/read-definition.ts'
import type { Prisma } from '#lib/generated/prisma/client.ts'
import { requestBaselines } from '#lib/usecases/request-baselines.ts'
import type { Place } from './scenario.ts'

export interface PublishedExercise {
  /** Of the exercise version's row. */
  id: string
  frozen: FrozenExercise
}

/**
 * Publishes every exercise of the folders with its dataset, in the order of the course, and the datasets that ship without
 * an exercise. What is published stays as it is.
 */
export async function publishCatalogue(place: Place): Promise<PublishedExercise[]> {
  const published = await publishExercises(place)
  const used = new Set(published.map(({ frozen }) => frozen.dataset?.card.name))
  const { root } = place
  for (const name of await listDatasets(root)) {
    if (used.has(name)) continue
    place.say(`publishing the dataset ${name}`)
    const card = await readDataset(root, name)
    await publishDatasetVersion(place, { card, published: await publishDataset({ ...place, name }) })
  }
  return published
}

async function publishExercises({ db, store, secret, root, now, say }: Place): Promise<PublishedExercise[]> {
  const published: PublishedExercise[] = []
  for (const { slug, title } of await listExercises(root)) {
    say(`publishing ${title}`)
    const frozen = await freezeExercise({ root, store, secret, slug })
    const datasetVersionId = frozen.dataset ? await publishDatasetVersion({ db, store, now }, frozen.dataset) : null
    const { exercise, hash } = frozen
    const { id } = await db.exerciseVersion.upsert({
      where: { hash },
      update: {},
      create: {
        slug,
        hash,
        version: exercise.version,
        title: exercise.title,
        module: exercise.module,
        order: exercise.order,
        metric: exercise.metric,
        // Cases hold whatever JSON an author wrote; the column's type knows no `unknown`.
        bundle: frozen as Prisma.InputJsonObject,
        datasetVersionId,
        createdAt: now,
      },
      select: { id: true },
    })
    await requestBaselines(db, { exerciseVersionId: id, frozen })
    published.push({ id, frozen })
  }
  return published
}

type FrozenDataset = NonNullable<FrozenExercise['dataset']>

async function publishDatasetVersion(
  { db, store, now }: Pick<Place, 'db' | 'store' | 'now'>,
  { card, published }: FrozenDataset,
): Promise<string> {
  const { name, version, hash } = published
  const { id, picture, ...before } = await db.datasetVersion.upsert({
    where: { name_version: { name, version } },
    update: {},
    create: { name, version, hash, manifest: published, publishedAt: now },
    select: { id: true, hash: true, card: true, picture: true },
  })
  // Grades hang on the rows that were dealt: another deal under the same number would make them unverifiable.
  if (before.hash !== hash)
    throw new AuthorError([
      `datasets/${name}/dataset.yaml: version: ${version} is published here with other rows. Raise it by one; if only GRADUS_SECRET has changed, set it back`,
    ])
  if (before.card === null) await db.datasetVersion.update({ where: { id }, data: { card } })
  // Drawn here, where the rows are: the web app needs no store of them.
  if (picture === null) {
    const train = await thawTable(published.splits.train, store)
    await db.datasetVersion.update({ where: { id }, data: { picture: drawPicture(card, train) } })
  }
  return id
}
