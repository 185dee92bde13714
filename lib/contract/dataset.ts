import { z } from 'zod'
import { Slug, Task } from './exercise.ts'

/** `dataset.yaml`: the card of a dataset, and how its rows come about. */
const DataFile = z.strictObject({ file: z.string(), sha256: z.string().regex(/^[0-9a-f]{64}$/) })

export const DatasetSource = z.discriminatedUnion('kind', [
  /** Comma-separated, header first; `target` names the column of labels or targets. */
  z.strictObject({ kind: z.literal('csv'), ...DataFile.shape, target: z.string() }),
  /**
   * One series in a table with a header: `columns` are read across, line by line. Rows are its windows, targets the value
   * `horizon` steps after each.
   */
  z.strictObject({
    kind: z.literal('series'),
    ...DataFile.shape,
    columns: z.array(z.string()).min(1),
    horizon: z.number().int().positive().default(1),
  }),
  /** MNIST's IDX format, gzipped: images and labels. */
  z.strictObject({ kind: z.literal('idx'), images: DataFile, labels: DataFile }),
  /** numpy's archive (`np.savez`): the arrays of rows and of labels or targets, by their names in it. */
  z.strictObject({ kind: z.literal('npz'), ...DataFile.shape, x: z.string(), y: z.string() }),
  /** Two of numpy's own files (`np.save`). */
  z.strictObject({ kind: z.literal('npy'), x: DataFile, y: DataFile }),
  /**
   * A folder with a folder of PNG and JPEG files for each class, named as the card's `classes`. Pictures are brought to
   * the card's shape: one channel is grey, three are colour. `sha256` is that of the folder's manifest.
   */
  z.strictObject({ kind: z.literal('images'), folder: z.string(), sha256: DataFile.shape.sha256 }),
  /** `generator.ts` beside the card: `generate(n, rng)` gives n rows. */
  z.strictObject({ kind: z.literal('generator') }),
])
export type DatasetSource = z.infer<typeof DatasetSource>

export const Dataset = z.strictObject({
  name: Slug,
  version: z.number().int().positive(),
  title: z.string(),
  task: Task.exclude(['functions']),
  /** Shape of one row. */
  shape: z.array(z.number().int().positive()).min(1).max(4),
  /** Units of the last layer that the task's default loss expects. */
  outputs: z.number().int().positive(),
  classes: z.array(z.string()).optional(),
  features: z.array(z.strictObject({ name: z.string(), unit: z.string().optional(), about: z.string().optional() })),
  vocabSize: z.number().int().positive().optional(),
  split: z.strictObject({
    train: z.number().int().positive(),
    public: z.number().int().positive(),
    private: z.number().int().positive(),
  }),
  synthetic: z.boolean(),
  /** Rows of a series: never shuffled; train comes first, then public, then private. */
  ordered: z.boolean().default(false),
  /** What the numbers are and how they came about, in a few sentences. */
  story: z.string(),
  origin: z.string(),
  licence: z.string(),
  source: DatasetSource,
})
export type Dataset = z.infer<typeof Dataset>

export const SPLITS = ['train', 'public', 'private'] as const
export type SplitName = (typeof SPLITS)[number]

const Blob = z.strictObject({
  sha256: z.string(),
  shape: z.array(z.number().int().nonnegative()),
})
/**
 * What publishing a dataset version leaves: where each split's rows lie, by hash. `hash` is the hash of all of it.
 * Rows are float32; labels are class indices (shape [n, 1]) or real targets (shape [n, 1]).
 */
export const PublishedDataset = z.strictObject({
  name: Slug,
  version: z.number().int(),
  hash: z.string(),
  splits: z.record(z.enum(SPLITS), z.strictObject({ x: Blob, y: Blob })),
})
export type PublishedDataset = z.infer<typeof PublishedDataset>
