import { z } from 'zod'
import type { Dataset, PublishedDataset, SplitName } from '../contract/dataset.ts'
import { Case, type Exercise } from '../contract/exercise.ts'
import { type Rows, rowsFrom, sliceRows } from '../contract/rows.ts'
import type { BlobStore } from './blob-store.ts'
import { type CatalogueInput, freezeExercise } from './freeze-exercise.ts'
import type { FrozenExercise } from './frozen-exercise.ts'
import type { Table } from './read-source.ts'

/** Everything a grading run needs of one exercise version. */
export interface Bundle {
  exercise: Exercise
  exerciseHash: string
  readme: string
  starter: string
  dataset: {
    card: Dataset
    published: PublishedDataset
    /** `trainRows` is honoured: train may be shorter than published. */
    splits: Record<SplitName, { x: Rows; y: Rows }>
  } | null
  cases: { visible: Case[]; hidden: Case[] } | null
}

/** The bundle straight from the catalogue's folders. @throws AuthorError, BlobError */
export const loadBundle = async (input: CatalogueInput): Promise<Bundle> =>
  thawBundle(await freezeExercise(input), input.store)

/**
 * Fetches by hash what a frozen exercise names.
 * @throws BlobError when the store lacks a blob or holds other bytes under its name
 */
export async function thawBundle(frozen: FrozenExercise, store: BlobStore): Promise<Bundle> {
  const { hash, exercise, readme, starter, dataset, cases } = frozen
  return {
    exercise,
    exerciseHash: hash,
    readme,
    starter,
    dataset: dataset && {
      ...dataset,
      splits: await thawSplits(dataset.published, store, exercise.kind === 'model' ? exercise.trainRows : undefined),
    },
    cases: cases && { visible: cases.visible, hidden: await thawCases(cases.hidden.sha256, store) },
  }
}

async function thawSplits({ splits }: PublishedDataset, store: BlobStore, trainRows: number | undefined) {
  const thaw = (split: SplitName) => thawTable(splits[split], store)
  const [train, open, hidden] = await Promise.all([thaw('train'), thaw('public'), thaw('private')])
  const rows = trainRows ?? train.x.shape[0] ?? 0
  return {
    train: { x: sliceRows(train.x, 0, rows), y: sliceRows(train.y, 0, rows) },
    public: open,
    private: hidden,
  }
}

/** Rows and targets of one split. @throws BlobError */
export async function thawTable({ x, y }: PublishedDataset['splits'][SplitName], store: BlobStore): Promise<Table> {
  return { x: await thawRows(x, store), y: await thawRows(y, store) }
}

const thawRows = async ({ sha256, shape }: { sha256: string; shape: number[] }, store: BlobStore) =>
  rowsFrom(await store.get(sha256), shape)

const thawCases = async (sha256: string, store: BlobStore) =>
  z.array(Case).parse(JSON.parse(new TextDecoder().decode(await store.get(sha256))))
