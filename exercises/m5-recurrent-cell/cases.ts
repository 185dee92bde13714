import type { DrawCases } from '../../lib/catalogue/draw-cases.ts'
import type { Rng } from '../../lib/catalogue/seeded.ts'

const GATES = 4

/** In turn: a step and a sequence of the simple layer, a step and a sequence of the LSTM. */
export const cases: DrawCases = (rng, count) =>
  Array.from({ length: count }, (_, i) => {
    const inputs = 1 + rng.int(3)
    const units = 2 + rng.int(3)
    const gates = i % 4 < 2 ? 1 : GATES
    const weights = [
      drawMatrix(inputs, gates * units, rng),
      drawMatrix(units, gates * units, rng),
      drawVector(gates * units, rng),
    ]
    const state = () => drawVector(units, rng)
    const sequence = () => drawMatrix(3 + rng.int(4), inputs, rng)
    switch (i % 4) {
      case 0:
        return { fn: 'rnnStep', args: [drawVector(inputs, rng), state(), ...weights] }
      case 1:
        return { fn: 'rnn', args: [sequence(), ...weights] }
      case 2:
        return { fn: 'lstmStep', args: [drawVector(inputs, rng), state(), state(), ...weights] }
      default:
        return { fn: 'lstm', args: [sequence(), ...weights] }
    }
  })

const drawMatrix = (rows: number, columns: number, rng: Rng): number[][] =>
  Array.from({ length: rows }, () => drawVector(columns, rng))
const drawVector = (length: number, rng: Rng): number[] =>
  Array.from({ length }, () => Math.round(rng.range(-1, 1) * 1000) / 1000)
