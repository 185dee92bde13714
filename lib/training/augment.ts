import type { Augmentation } from '../contract/plan.ts'
import type { Refusal } from './build-model.ts'
import { integer, normal, type Random } from './seeded-random.ts'

/** Changes one row in place. `shape` is [height, width, channels], [steps, features] or any other. */
type RowChange = (row: Float32Array, shape: readonly number[], random: Random) => void

/** Applies the operations in order to each row of `rows` (row-major, `shape` is one row's). */
export function augmentRows(
  rows: Float32Array,
  shape: readonly number[],
  operations: readonly Augmentation[],
  random: Random,
): void {
  const width = shape.reduce((product, n) => product * n, 1)
  const changes = operations.map(changeOf)
  for (let at = 0; at < rows.length; at += width) {
    const row = rows.subarray(at, at + width)
    for (const change of changes) change(row, shape, random)
  }
}

/** Operations that do not apply to rows of this shape: the learner's plan and rows disagree. Null when all do. */
export function augmentationFault(shape: readonly number[], operations: readonly Augmentation[]): Refusal | null {
  for (const operation of operations) {
    const name = typeof operation === 'string' ? operation : operation.op
    const rows = `but your prepared rows have shape [${shape}]`
    const hint = 'Take it out of `augment`, or keep that shape in `prepare`.'
    if (NEEDS[name] === 'image' && shape.length !== 3)
      return { ok: false, message: `"${name}" changes images [height, width, channels], ${rows}.`, hint }
    if (NEEDS[name] === 'sequence' && shape.length !== 2)
      return { ok: false, message: `"${name}" changes sequences [steps, features], ${rows}.`, hint }
    if (name === 'rot90' && shape[0] !== shape[1])
      return { ok: false, message: `"rot90" needs square images, ${rows}.`, hint }
  }
  return null
}

type Operation = Extract<Augmentation, string> | Exclude<Augmentation, string>['op']
const NEEDS: Record<Operation, 'image' | 'sequence' | 'any'> = {
  flipX: 'image',
  flipY: 'image',
  rot90: 'image',
  shift: 'image',
  erase: 'image',
  noise: 'any',
  scale: 'any',
  timeShift: 'sequence',
}

function changeOf(operation: Augmentation): RowChange {
  if (operation === 'flipX') return sometimes((y, x, _h, w) => [y, w - 1 - x])
  if (operation === 'flipY') return sometimes((y, x, h) => [h - 1 - y, x])
  if (operation === 'rot90') return sometimes((y, x, _h, w) => [x, w - 1 - y])
  switch (operation.op) {
    case 'shift':
      return (row, shape, random) => {
        const dy = integer(random, -operation.pixels, operation.pixels)
        const dx = integer(random, -operation.pixels, operation.pixels)
        resample(row, shape, (y, x) => [y - dy, x - dx])
      }
    case 'erase':
      return (row, shape, random) => erase(row, shape, operation.size, random)
    case 'noise':
      return (row, _, random) => {
        for (let i = 0; i < row.length; i++) row[i] = (row[i] as number) + normal(random) * operation.sd
      }
    case 'scale':
      return (row, _, random) => {
        const factor = 1 + normal(random) * operation.sd
        for (let i = 0; i < row.length; i++) row[i] = (row[i] as number) * factor
      }
    case 'timeShift':
      return (row, shape, random) => shiftInTime(row, shape, integer(random, -operation.steps, operation.steps))
    default:
      return operation satisfies never
  }
}

/** Where pixel (y, x) of the new image comes from. */
type Source = (y: number, x: number, height: number, width: number) => readonly [number, number]

const sometimes =
  (source: Source): RowChange =>
  (row, shape, random) => {
    if (random() < 0.5) resample(row, shape, source)
  }

/** Pixels that come from outside the image are 0. */
function resample(row: Float32Array, shape: readonly number[], source: Source): void {
  const [height, width, channels] = shape as [number, number, number]
  const before = row.slice()
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const [fromY, fromX] = source(y, x, height, width)
      const inside = fromY >= 0 && fromY < height && fromX >= 0 && fromX < width
      const to = (y * width + x) * channels
      const from = (fromY * width + fromX) * channels
      for (let c = 0; c < channels; c++) row[to + c] = inside ? (before[from + c] as number) : 0
    }
}

/** Sets a square of `size` pixels, its centre anywhere in the image, to 0. */
function erase(row: Float32Array, shape: readonly number[], size: number, random: Random): void {
  const [height, width, channels] = shape as [number, number, number]
  const top = integer(random, 0, height - 1) - (size >> 1)
  const left = integer(random, 0, width - 1) - (size >> 1)
  for (let y = Math.max(0, top); y < Math.min(height, top + size); y++) {
    const from = (y * width + Math.max(0, left)) * channels
    row.fill(0, from, (y * width + Math.min(width, left + size)) * channels)
  }
}

/** Moves a sequence later (positive) or earlier; the first or last step fills the gap. */
function shiftInTime(row: Float32Array, shape: readonly number[], shift: number): void {
  const [steps, features] = shape as [number, number]
  const before = row.slice()
  for (let t = 0; t < steps; t++) {
    const from = Math.min(steps - 1, Math.max(0, t - shift)) * features
    row.set(before.subarray(from, from + features), t * features)
  }
}
