import { z } from 'zod'
import { Dataset, PublishedDataset } from '../contract/dataset.ts'
import { Case, Exercise } from '../contract/exercise.ts'

/**
 * One exercise version as JSON: everything a run needs but rows and hidden cases, which it names by hash. This is what
 * the platform stores; the solution isn't in it.
 */
export const FrozenExercise = z.strictObject({
  /** Of all the rest, as it was when frozen: its identity. A later schema may add defaults, so it isn't compared again. */
  hash: z.string(),
  exercise: Exercise,
  readme: z.string(),
  starter: z.string(),
  /** SVG by file name: the pictures that the text shows. */
  figures: z.record(z.string(), z.string()).default({}),
  dataset: z.strictObject({ card: Dataset, published: PublishedDataset }).nullable(),
  cases: z.strictObject({ visible: z.array(Case), hidden: z.strictObject({ sha256: z.string() }) }).nullable(),
})
export type FrozenExercise = z.infer<typeof FrozenExercise>

/** The blobs that grading reads, each once. */
export function blobsOf({ dataset, cases }: FrozenExercise): Set<string> {
  const tables = dataset ? Object.values(dataset.published.splits) : []
  const rows = tables.flatMap(({ x, y }) => [x.sha256, y.sha256])
  return new Set(cases ? [...rows, cases.hidden.sha256] : rows)
}
