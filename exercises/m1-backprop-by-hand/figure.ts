// Draws figure.svg: node --experimental-transform-types exercises/m1-backprop-by-hand/figure.ts
import { writeFileSync } from 'node:fs'
import { INK, panel, picture, powerOfTen } from '../../docs/figures/plot-svg.ts'
import { nudged, numberPaths } from '../../lib/domain/checks/gradient-check.ts'
import { functions } from './solution.ts'

const params = {
  W1: [
    [0.263, -0.985, 0.8],
    [-0.76, 0.545, 0.684],
  ],
  b1: [0.579, 0.626, 0.625],
  W2: [
    [-0.006, -0.569],
    [0.771, -0.352],
    [-0.883, -0.963],
  ],
  b2: [0.853, -0.677],
}
const X = [
  [-0.703, 0.763],
  [1.326, 1.965],
  [1.673, -0.41],
]
const Y = [1, 0, 1]

const gradient = functions.backward(params, X, Y).dW1[0]?.[0] ?? 0
const [path = []] = numberPaths(params)
const lossAt = (moved: unknown) => functions.loss(functions.forward(moved as typeof params, X).p, Y)

const errors = Array.from({ length: 45 }, (_, i) => {
  const step = 10 ** (-1 - i / 4)
  const measured = (lossAt(nudged(params, path, step)) - lossAt(nudged(params, path, -step))) / (2 * step)
  return [step, Math.max(1e-14, Math.abs(measured - gradient))] as const
})
const ticks = (from: number, to: number) => Array.from({ length: (to - from) / 2 + 1 }, (_, i) => 10 ** (from + 2 * i))
const plot = panel({
  x: { label: 'step ε', from: 1e-12, to: 1e-1, log: true, ticks: ticks(-12, -2), format: powerOfTen },
  y: { label: 'error of the difference', from: 1e-14, to: 1e-2, log: true, ticks: ticks(-14, -2), format: powerOfTen },
})
plot
  .line(errors, INK.blue)
  .dots(errors, INK.blue, 2)
  .label([1e-10, 1e-9], 'rounding', INK.grey, 'middle')
  .label([3e-3, 1e-9], 'curvature', INK.grey, 'middle')
writeFileSync(new URL('figure.svg', import.meta.url), picture([plot]))
