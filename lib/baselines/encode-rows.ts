import type { Dataset } from '../contract/dataset.ts'
import { type Rows, sizeOf } from '../contract/rows.ts'
import type { Design } from './design.ts'

export interface Encoding {
  /** For the label; null where rows are a table already. */
  about: string | null
  encode: (x: Rows) => Design
}

/** Columns that a picture may have: beyond, classical models take long and gain little. */
const MOST_PIXELS = 256

/**
 * How rows of a dataset become columns, learnt from the training rows alone: a table's columns are brought to mean 0 and
 * deviation 1, a window is flattened first, token rows become bags of words, pictures are shrunk.
 */
export function chooseEncoding({ shape, vocabSize }: Pick<Dataset, 'shape' | 'vocabSize'>, train: Rows): Encoding {
  if (vocabSize !== undefined) return { about: 'bag of words', encode: (x) => bagOfWords(x, vocabSize) }
  if (shape.length === 3) return pixels(shape, train)
  const scale = columnScale(flatten(train))
  return {
    about: shape.length === 2 ? 'flattened window' : null,
    encode: (x) => scaled(flatten(x), scale),
  }
}

function flatten({ shape, data }: Rows): Design {
  const columns = sizeOf(shape.slice(1))
  const rows = Array.from({ length: shape[0] ?? 0 }, (_, row) =>
    Float64Array.from(data.subarray(row * columns, (row + 1) * columns)),
  )
  return { columns, rows }
}

/** Mean and deviation of each column; a column that never changes keeps its deviation of 1. */
function columnScale({ columns, rows }: Design): { mean: Float64Array; deviation: Float64Array } {
  const mean = new Float64Array(columns)
  const deviation = new Float64Array(columns)
  for (const row of rows) for (let i = 0; i < columns; i++) mean[i] = at(mean, i) + at(row, i) / rows.length
  for (const row of rows)
    for (let i = 0; i < columns; i++) deviation[i] = at(deviation, i) + (at(row, i) - at(mean, i)) ** 2 / rows.length
  return { mean, deviation: deviation.map((variance) => Math.sqrt(variance) || 1) }
}

function scaled(design: Design, { mean, deviation }: { mean: Float64Array; deviation: Float64Array }): Design {
  const rows = design.rows.map((row) => row.map((value, i) => (value - at(mean, i)) / at(deviation, i)))
  return { columns: design.columns, rows }
}

/**
 * How often each token occurs, each row to length 1, so that long texts are no further from short ones. Token 0 is
 * padding.
 */
function bagOfWords({ shape, data }: Rows, vocabSize: number): Design {
  const length = sizeOf(shape.slice(1))
  const rows = Array.from({ length: shape[0] ?? 0 }, (_, row) => {
    const counts = new Float64Array(vocabSize)
    for (const token of data.subarray(row * length, (row + 1) * length))
      if (token > 0 && token < vocabSize) counts[token] = at(counts, token) + 1
    const norm = Math.hypot(...counts.filter((count) => count > 0)) || 1
    return counts.map((count) => count / norm)
  })
  return { columns: vocabSize, rows }
}

/** Pictures, shrunk by averaging squares of pixels until they are small; all pixels share one scale. */
function pixels(shape: readonly number[], train: Rows): Encoding {
  const [height = 1, width = 1, channels = 1] = shape
  let factor = 1
  while (Math.floor(height / factor) * Math.floor(width / factor) * channels > MOST_PIXELS && factor < height) factor++
  const shrink = (x: Rows) => shrinkBy(flatten(x), { height, width, channels }, factor)
  const { mean, deviation } = overallScale(shrink(train))
  return {
    about: factor === 1 ? 'pixels' : `pixels averaged ${factor} × ${factor}`,
    encode: (x) => {
      const { columns, rows } = shrink(x)
      return { columns, rows: rows.map((row) => row.map((value) => (value - mean) / deviation)) }
    },
  }
}

function shrinkBy(
  { rows }: Design,
  { height, width, channels }: { height: number; width: number; channels: number },
  factor: number,
): Design {
  const [down, across] = [Math.floor(height / factor), Math.floor(width / factor)]
  const columns = down * across * channels
  const shrunk = rows.map((row) => {
    const small = new Float64Array(columns)
    for (let y = 0; y < down * factor; y++)
      for (let x = 0; x < across * factor; x++)
        for (let c = 0; c < channels; c++) {
          const to = (Math.floor(y / factor) * across + Math.floor(x / factor)) * channels + c
          small[to] = at(small, to) + at(row, (y * width + x) * channels + c) / factor ** 2
        }
    return small
  })
  return { columns, rows: shrunk }
}

function overallScale({ columns, rows }: Design): { mean: number; deviation: number } {
  const count = columns * rows.length || 1
  let sum = 0
  let squares = 0
  for (const row of rows)
    for (const value of row) {
      sum += value
      squares += value * value
    }
  const mean = sum / count
  return { mean, deviation: Math.sqrt(Math.max(0, squares / count - mean ** 2)) || 1 }
}

/** Inside the bounds that the caller's loop keeps. */
const at = (values: Float64Array, index: number): number => values[index] as number
