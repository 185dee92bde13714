import type { Dataset } from '#lib/contract/dataset.ts'
import { formatCount } from '../format.ts'

/** What the numbers of one row are, to be read after its shape. */
export function rowWords({ shape, vocabSize }: Pick<Dataset, 'shape' | 'vocabSize'>): string {
  if (vocabSize !== undefined) return `tokens, of ${formatCount(vocabSize)}`
  if (shape.length === 3) return shape[2] === 3 ? 'pixels, in colour' : 'pixels, grey'
  return shape.length === 2 ? 'readings × channels' : 'columns'
}
