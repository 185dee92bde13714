// Draws figure.svg: node --experimental-transform-types exercises/m2-activation-functions/figure.ts
import { writeFileSync } from 'node:fs'
import { INK, panel, picture } from '../../docs/figures/plot-svg.ts'
import { functions } from './solution.ts'

const inputs = Array.from({ length: 121 }, (_, i) => (i - 60) / 12)
const { sigmoid, tanh, relu, elu, dSigmoid, dTanh, dRelu } = functions
const x = { label: 'input', from: -5, to: 5, ticks: [-4, -2, 0, 2, 4] }
const values = panel({
  x,
  y: { label: '', from: -1.2, to: 2.2, ticks: [-1, 0, 1, 2] },
  at: [30, 30, 200, 196],
  title: 'value',
})
const slopes = panel({
  x,
  y: { label: '', from: -0.1, to: 1.3, ticks: [0, 0.25, 0.5, 0.75, 1] },
  at: [272, 30, 200, 196],
  title: 'slope',
})
for (const [name, value, slope, colour] of [
  ['ReLU', relu, dRelu, INK.green],
  ['ELU', (z: number) => elu(z, 1), (z: number) => (z > 0 ? 1 : elu(z, 1) + 1), INK.purple],
  ['tanh', tanh, dTanh, INK.orange],
  ['sigmoid', sigmoid, dSigmoid, INK.blue],
] as const) {
  // What is above the frame would run along its edge.
  values.line(
    inputs.flatMap((z) => (value(z) <= 2.2 ? [[z, value(z)] as const] : [])),
    colour,
  )
  slopes.line(
    inputs.map((z) => [z, slope(z)] as const),
    colour,
  )
  const row = ['ReLU', 'ELU', 'tanh', 'sigmoid'].indexOf(name)
  values.label([-4.7, 2.05 - 0.3 * row], name, colour, 'start', [0, 4])
}
writeFileSync(new URL('figure.svg', import.meta.url), picture([values, slopes]))
