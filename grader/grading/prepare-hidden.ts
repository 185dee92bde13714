import { type Rows, sizeOf, sliceRows, takeRows } from '#lib/contract/rows.ts'
import { hiddenOrder } from './hidden-order.ts'

/** Asks the row-wise function of whoever holds it; it throws where that fails. */
type Transform = (rows: Rows) => Promise<Rows>

/**
 * Hidden rows through `prepare`'s function, in chunks of secret order and size, put back in their own order.
 * @returns 'shape' when rows came back in another shape than training rows did
 */
export async function prepareHidden(
  hidden: Rows,
  rowShape: readonly number[],
  secrets: { datasetHash: string; sourceHash: string },
  transform: Transform,
): Promise<Rows | 'shape'> {
  const count = hidden.shape[0] as number
  const { order, chunks } = hiddenOrder(count, secrets.datasetHash, secrets.sourceHash)
  const shuffled = takeRows(hidden, order)
  const width = sizeOf(rowShape)
  const data = new Float32Array(count * width)
  let from = 0
  for (const size of chunks) {
    const prepared = await transform(sliceRows(shuffled, from, from + size))
    if (prepared.shape.join() !== [size, ...rowShape].join()) return 'shape'
    for (let i = 0; i < size; i++)
      data.set(prepared.data.subarray(i * width, (i + 1) * width), (order[from + i] as number) * width)
    from += size
  }
  return { shape: [count, ...rowShape], data }
}
