// Draws figure.svg: node --experimental-transform-types exercises/m5-recurrent-cell/figure.ts
import { writeFileSync } from 'node:fs'
import { INK, type Point, panel, picture } from '../../docs/figures/plot-svg.ts'
import { functions } from './solution.ts'

const STEPS = 30
const pulse = Array.from({ length: STEPS }, (_, step) => [step === 2 ? 1 : 0])

/** One unit each. The LSTM's gates: the input opens for the pulse, the forget gate stays near 1, the output is open. */
const lstm: [number[][], number[][], number[]] = [[[6, 0, 3, 0]], [[0, 0, 0, 0]], [-3, 4, 0, 3]]
const states = {
  simple: [[0]] as number[][],
  lstm: [{ h: [0], c: [0] }],
}
for (const x of pulse) {
  states.simple.push(functions.rnnStep(x, states.simple.at(-1) ?? [0], [[3]], [[0.7]], [0]))
  const { h, c } = states.lstm.at(-1) ?? { h: [0], c: [0] }
  states.lstm.push(functions.lstmStep(x, h, c, ...lstm))
}
const curve = (values: number[]): Point[] => values.slice(1).map((value, step) => [step + 1, value])

const plot = panel({
  x: { label: 'step', from: 1, to: STEPS, ticks: [1, 5, 10, 15, 20, 25, 30] },
  y: { label: 'state h', from: 0, to: 1.05, ticks: [0, 0.25, 0.5, 0.75, 1] },
})
plot
  .line(
    pulse.map(([x = 0], step): Point => [step + 1, x]),
    INK.grey,
    '3 3',
  )
  .line(curve(states.simple.map(([h = 0]) => h)), INK.orange)
  .line(curve(states.lstm.map(({ h: [value = 0] }) => value)), INK.blue)
  .label([4, 0.98], 'input: one pulse', INK.grey)
  .label([16, 0.6], 'LSTM', INK.blue, 'start', [0, -14])
  .label([10, 0.12], 'simple recurrent unit', INK.orange)
writeFileSync(new URL('figure.svg', import.meta.url), picture([plot]))
