import type { DrawCases } from '../../lib/catalogue/draw-cases.ts'
import type { Rng } from '../../lib/catalogue/seeded.ts'

const FUNCTIONS = [
  'sigmoid',
  'tanh',
  'relu',
  'leakyRelu',
  'elu',
  'softmax',
  'dSigmoid',
  'dTanh',
  'dRelu',
  'dLeakyRelu',
] as const
const WITH_SLOPE = new Set<string>(['leakyRelu', 'elu', 'dLeakyRelu'])

/** Round after round over all functions: below zero, above zero, far out, below zero … */
export const cases: DrawCases = (rng, count) =>
  Array.from({ length: count }, (_, i) => {
    const fn = FUNCTIONS[i % FUNCTIONS.length] ?? 'sigmoid'
    const round = Math.floor(i / FUNCTIONS.length)
    if (fn === 'softmax') return { fn, args: [drawLogits(rng, round)] }
    const x = drawInput(rng, round)
    return { fn, args: WITH_SLOPE.has(fn) ? [x, short(rng.range(0.01, 0.5))] : [x] }
  })

function drawInput(rng: Rng, round: number): number {
  switch (round % 4) {
    case 0:
      return -short(rng.range(0.1, 4))
    case 1:
      return short(rng.range(0.1, 4))
    case 2:
      return short(rng.range(800, 1000))
    default:
      // The corner itself, or far below it.
      return rng.uniform() < 0.5 ? 0 : -short(rng.range(800, 1000))
  }
}

/** Two to five numbers, every other round far from zero: all high, or one high and one low. */
function drawLogits(rng: Rng, round: number): number[] {
  const z = Array.from({ length: 2 + rng.int(4) }, () => short(rng.range(-3, 3)))
  if (round % 4 === 1) return z.map((value) => short(value + 900))
  if (round % 4 === 3) return [1000, -1000, ...z]
  return z
}

const short = (value: number) => Math.round(value * 1000) / 1000
