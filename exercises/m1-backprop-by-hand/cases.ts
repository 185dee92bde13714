import type { DrawCases } from '../../lib/catalogue/draw-cases.ts'
import type { Rng } from '../../lib/catalogue/seeded.ts'

/** In turn: forward, loss, backward; from two rows up, so that a mean differs from a sum. */
export const cases: DrawCases = (rng, count) =>
  Array.from({ length: count }, (_, i) => {
    const size = { inputs: 2 + rng.int(3), hidden: 3 + rng.int(3), classes: 2 + rng.int(3), rows: 2 + rng.int(5) }
    if (i % 3 === 1) return { fn: 'loss', args: [drawProbabilities(rng, size), drawLabels(rng, size)] }
    const params = drawParams(rng, size)
    const X = drawMatrix(rng, size.rows, size.inputs, 2)
    if (i % 3 === 0) return { fn: 'forward', args: [params, X] }
    return { fn: 'backward', args: [params, X, drawLabels(rng, size)] }
  })

interface Size {
  inputs: number
  hidden: number
  classes: number
  rows: number
}

const drawParams = (rng: Rng, { inputs, hidden, classes }: Size) => ({
  W1: drawMatrix(rng, inputs, hidden, 1),
  b1: drawVector(rng, hidden, 1),
  W2: drawMatrix(rng, hidden, classes, 1),
  b2: drawVector(rng, classes, 1),
})

/** Rows that sum to 1, none near 0: there the logarithm would make much of a last digit. */
const drawProbabilities = (rng: Rng, { rows, classes }: Size): number[][] =>
  Array.from({ length: rows }, () => {
    const parts = Array.from({ length: classes }, () => rng.range(0.1, 1))
    const sum = parts.reduce((total, part) => total + part, 0)
    return parts.map((part) => short(part / sum))
  })

const drawLabels = (rng: Rng, { rows, classes }: Size) => Array.from({ length: rows }, () => rng.int(classes))
const drawMatrix = (rng: Rng, rows: number, columns: number, reach: number) =>
  Array.from({ length: rows }, () => drawVector(rng, columns, reach))
const drawVector = (rng: Rng, length: number, reach: number) =>
  Array.from({ length }, () => short(rng.range(-reach, reach)))
const short = (value: number) => Math.round(value * 1000) / 1000
