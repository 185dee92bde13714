import type { Exercise } from '../contract/exercise.ts'
import type { BlobStore } from './blob-store.ts'
import { drawCases } from './draw-cases.ts'
import type { FrozenExercise } from './frozen-exercise.ts'
import { hashOfJson } from './keyed-hash.ts'
import { publishDataset } from './publish-dataset.ts'
import { readDataset } from './read-dataset.ts'
import { AuthorError } from './read-definition.ts'
import { readExercise, readHandout } from './read-exercise.ts'

export interface CatalogueInput {
  /** The folder that holds exercises/ and datasets/. */
  root: string
  store: BlobStore
  /** The installation's: decides which rows and cases are hidden. */
  secret: string
  slug: string
}

/** Reads an exercise, publishes its dataset or draws its cases, and gives it as JSON. @throws AuthorError */
export async function freezeExercise({ root, store, secret, slug }: CatalogueInput): Promise<FrozenExercise> {
  const exercise = await readExercise(root, slug)
  const rest = {
    exercise,
    ...(await readHandout(root, slug)),
    dataset: await freezeDataset({ root, store, secret }, exercise),
    cases: await freezeCases({ root, store, secret }, exercise),
  }
  return { ...rest, hash: hashOfJson(rest) }
}

type Place = Omit<CatalogueInput, 'slug'>

async function freezeDataset(place: Place, exercise: Exercise): Promise<FrozenExercise['dataset']> {
  if (exercise.kind === 'functions') return null
  const path = `exercises/${exercise.slug}/exercise.yaml`
  const card = await readDataset(place.root, exercise.dataset)
  if (card.task !== exercise.task)
    throw new AuthorError([`${path}: task: is ${exercise.task}, but ${card.name} is ${card.task}`])
  if ((exercise.trainRows ?? 0) > card.split.train)
    throw new AuthorError([`${path}: trainRows: is ${exercise.trainRows}, but there are ${card.split.train}`])
  return { card, published: await publishDataset({ ...place, name: exercise.dataset }) }
}

async function freezeCases({ root, store, secret }: Place, exercise: Exercise): Promise<FrozenExercise['cases']> {
  if (exercise.kind === 'model') return null
  const { visible, hidden } = await drawCases(root, exercise, secret)
  return { visible, hidden: { sha256: await store.put(new TextEncoder().encode(JSON.stringify(hidden))) } }
}
