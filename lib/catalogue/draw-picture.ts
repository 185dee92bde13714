import { encode } from 'fast-png'
import type { Dataset } from '../contract/dataset.ts'
import type { DatasetPicture, FeaturePicture, Histogram } from '../contract/dataset-picture.ts'
import { sizeOf } from '../contract/rows.ts'
import { classCount, type Table } from './read-source.ts'

const BINS = 24
/** Beyond, outlines of classes lie over each other and tell nothing. */
const CLASSES_APART = 3
const SAMPLES = { images: 24, sequences: 8, tokens: 8 }
/** Longer series and texts are shown up to here. */
const LONGEST_SAMPLE = 200

/** A picture of a dataset from its training rows: how its columns and targets lie, and a few rows of each class. */
export function drawPicture(card: Dataset, train: Table): DatasetPicture {
  const targets = [...train.y.data]
  const classes = classCount(card)
  return {
    rows: targets.length,
    targets:
      classes === null
        ? { kind: 'values', ...spread(targets), histogram: histogramOf([targets]) }
        : { kind: 'classes', counts: countClasses(targets, classes) },
    features: drawFeatures(card, train, classes),
    samples: drawSamples(card, train, classes),
  }
}

function countClasses(labels: readonly number[], classes: number): number[] {
  const counts = Array.from({ length: classes }, () => 0)
  for (const label of labels) counts[label] = (counts[label] ?? 0) + 1
  return counts
}

/** Columns of a table, or channels of a series over all their readings. */
function drawFeatures(card: Dataset, { x, y }: Table, classes: number | null): FeaturePicture[] {
  if (card.vocabSize !== undefined || card.shape.length > 2) return []
  const columns = card.shape.at(-1) ?? 1
  const perRow = sizeOf(card.shape)
  const apart = classes !== null && classes <= CLASSES_APART
  return Array.from({ length: columns }, (_, column) => {
    const groups: number[][] = apart ? Array.from({ length: classes }, () => []) : [[]]
    for (let at = column; at < x.data.length; at += columns)
      groups[apart ? (y.data[Math.floor(at / perRow)] as number) : 0]?.push(x.data[at] as number)
    const name = card.features[column]?.name ?? `column ${column + 1}`
    return { name, ...spread(groups.flat()), histogram: histogramOf(groups) }
  })
}

function spread(values: readonly number[]): { mean: number; deviation: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length
  return { mean: rounded(mean), deviation: rounded(Math.sqrt(variance)) }
}

function histogramOf(groups: readonly (readonly number[])[]): Histogram {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const group of groups)
    for (const value of group) {
      low = Math.min(low, value)
      high = Math.max(high, value)
    }
  const width = (high - low) / BINS || 1
  const counts = groups.map((group) => {
    const bins = Array.from({ length: BINS }, () => 0)
    for (const value of group) {
      const bin = Math.min(BINS - 1, Math.floor((value - low) / width))
      bins[bin] = (bins[bin] ?? 0) + 1
    }
    return bins
  })
  return { low: rounded(low), high: rounded(high), counts }
}

/** Four figures: more than a picture shows. */
const rounded = (value: number): number => Number(value.toPrecision(4))

function drawSamples(card: Dataset, train: Table, classes: number | null): DatasetPicture['samples'] {
  const { shape } = card
  const pick = (count: number) => pickRows(train, classes, count)
  const width = sizeOf(shape)
  const rowOf = (row: number) => train.x.data.subarray(row * width, (row + 1) * width)
  const label = (row: number) => {
    const target = train.y.data[row] as number
    return classes === null ? String(rounded(target)) : (card.classes?.[target] ?? `class ${target}`)
  }
  if (card.vocabSize !== undefined)
    return {
      kind: 'tokens',
      texts: pick(SAMPLES.tokens).map((row) => ({
        label: label(row),
        tokens: [...rowOf(row).slice(0, LONGEST_SAMPLE)].filter((token) => token > 0),
      })),
    }
  if (shape.length === 3) {
    const rows = pick(SAMPLES.images)
    // Sets come in 0 to 255 or in 0 to 1; one that holds nothing above 1 is of the second kind.
    const scale = rows.some((row) => rowOf(row).some((value) => value > 1)) ? 1 : 255
    return { kind: 'images', images: rows.map((row) => ({ label: label(row), png: toPng(rowOf(row), shape, scale) })) }
  }
  if (shape.length === 2) {
    const [, channels = 1] = shape
    const sequences = pick(SAMPLES.sequences).map((row) => ({
      label: label(row),
      channels: Array.from({ length: channels }, (_, channel) =>
        [...rowOf(row)]
          .filter((_, i) => i % channels === channel)
          .slice(0, LONGEST_SAMPLE)
          .map(rounded),
      ),
    }))
    return { kind: 'sequences', sequences }
  }
  return { kind: 'none' }
}

/** The first rows of each class in turn, about `count` of them, one of each class at least; they lie in keyed order. */
function pickRows({ y }: Table, classes: number | null, count: number): number[] {
  if (classes === null) return Array.from({ length: Math.min(count, y.data.length) }, (_, row) => row)
  const each = Math.max(1, Math.floor(count / classes))
  const ofClass = (label: number) => [...y.data.keys()].filter((row) => y.data[row] === label).slice(0, each)
  return Array.from({ length: classes }, (_, label) => ofClass(label)).flat()
}

function toPng(pixels: Float32Array, shape: readonly number[], scale: number): string {
  const [height = 1, width = 1, channels = 1] = shape
  const data = Uint8ClampedArray.from(pixels, (value) => value * scale)
  return Buffer.from(encode({ width, height, channels, depth: 8, data })).toString('base64')
}
