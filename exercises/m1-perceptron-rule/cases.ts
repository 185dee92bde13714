import type { DrawCases } from '../../lib/catalogue/draw-cases.ts'
import type { Rng } from '../../lib/catalogue/seeded.ts'

/** Sums this near to the threshold could fall on either side by the order of addition alone. */
const CLEAR = 1e-6

/** In turn: predict, update where the answer is wrong, train, update where it is right. */
export const cases: DrawCases = (rng, count) =>
  Array.from({ length: count }, (_, i) => {
    if (i % 4 === 0) return drawPredict(rng)
    if (i % 4 === 2) return drawTrain(rng)
    return drawUpdate(rng, i % 4 === 1)
  })

function drawPredict(rng: Rng) {
  const { w, b, x } = drawNeuron(rng)
  return { fn: 'predict', args: [w, b, x] }
}

function drawUpdate(rng: Rng, wrong: boolean) {
  const { w, b, x } = drawNeuron(rng)
  const fires = weightedSum(w, b, x) > 0
  return { fn: 'update', args: [w, b, x, fires === wrong ? 0 : 1, rng.pick([0.1, 0.5, 1])] }
}

/** Rows that some straight line nearly separates; some labels are turned round, so that training never rests. */
function drawTrain(rng: Rng): { fn: string; args: unknown[] } {
  const width = 2 + rng.int(3)
  const line = drawVector(rng, width)
  const X = Array.from({ length: 4 + rng.int(5) }, () => drawVector(rng, width))
  const Y = X.map((x) => (weightedSum(line, 0, x) > 0 !== rng.uniform() < 0.15 ? 1 : 0))
  const args: [number[][], number[], number, number] = [X, Y, rng.pick([0.1, 0.5]), 1 + rng.int(6)]
  return staysClear(...args) ? { fn: 'train', args } : drawTrain(rng)
}

function drawNeuron(rng: Rng): { w: number[]; b: number; x: number[] } {
  const width = 2 + rng.int(3)
  const drawn = { w: drawVector(rng, width), b: short(rng.range(-1, 1)), x: drawVector(rng, width) }
  return Math.abs(weightedSum(drawn.w, drawn.b, drawn.x)) > CLEAR ? drawn : drawNeuron(rng)
}

/** True when no sum on the way comes near the threshold, except the exact 0 of the first row. */
function staysClear(X: number[][], Y: number[], lr: number, epochs: number): boolean {
  let w = (X[0] ?? []).map(() => 0)
  let b = 0
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (const [row, x] of X.entries()) {
      const sum = weightedSum(w, b, x)
      if (sum !== 0 && Math.abs(sum) < CLEAR) return false
      const step = lr * ((Y[row] ?? 0) - (sum > 0 ? 1 : 0))
      w = w.map((weight, i) => weight + step * (x[i] ?? 0))
      b += step
    }
  }
  return true
}

const weightedSum = (w: number[], b: number, x: number[]) => w.reduce((sum, weight, i) => sum + weight * (x[i] ?? 0), b)
const drawVector = (rng: Rng, width: number) => Array.from({ length: width }, () => short(rng.range(-2, 2)))
const short = (value: number) => Math.round(value * 1000) / 1000
