import { z } from 'zod'

/** A dense block of numbers: row-major, little-endian float32, `shape[0]` rows. The one form rows cross a border in. */
export interface Rows {
  shape: number[]
  data: Float32Array
}

export const Shape = z.array(z.number().int().positive().max(1_000_000)).min(1).max(5)
export const sizeOf = (shape: readonly number[]): number => shape.reduce((product, n) => product * n, 1)

/** Rows `from` (inclusive) to `to` (exclusive), sharing memory. */
export function sliceRows(rows: Rows, from: number, to: number): Rows {
  const width = sizeOf(rows.shape.slice(1))
  return { shape: [to - from, ...rows.shape.slice(1)], data: rows.data.subarray(from * width, to * width) }
}

/** The given rows in the given order, copied. */
export function takeRows(rows: Rows, order: ArrayLike<number>): Rows {
  const width = sizeOf(rows.shape.slice(1))
  const data = new Float32Array(order.length * width)
  for (let i = 0; i < order.length; i++) {
    const row = order[i] as number
    data.set(rows.data.subarray(row * width, (row + 1) * width), i * width)
  }
  return { shape: [order.length, ...rows.shape.slice(1)], data }
}

/** The rows of one block after those of another, copied. */
export function joinRows(a: Rows, b: Rows): Rows {
  const data = new Float32Array(a.data.length + b.data.length)
  data.set(a.data)
  data.set(b.data, a.data.length)
  return { shape: [(a.shape[0] as number) + (b.shape[0] as number), ...a.shape.slice(1)], data }
}

/** Bytes of the block; a view, not a copy. */
export const bytesOf = (rows: Rows): Uint8Array =>
  new Uint8Array(rows.data.buffer, rows.data.byteOffset, rows.data.byteLength)

/**
 * Reads a block of the given shape.
 * @throws RangeError when the byte count is not exactly that of the shape.
 */
export function rowsFrom(bytes: Uint8Array, shape: readonly number[]): Rows {
  if (bytes.byteLength !== sizeOf(shape) * 4)
    throw new RangeError(`expected ${sizeOf(shape) * 4} bytes for shape [${shape}], got ${bytes.byteLength}`)
  // Copied, because a view over a socket's chunk is rarely aligned to 4 bytes; not by slice(), which on a Buffer copies nothing.
  return { shape: [...shape], data: new Float32Array(new Uint8Array(bytes).buffer) }
}
