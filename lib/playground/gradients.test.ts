import { expect, it } from 'vitest'
import { normal, seededRandom } from '../training/seeded-random.ts'
import { backward } from './backward.ts'
import { forward } from './forward.ts'
import { meanLoss } from './losses.ts'
import { createNetwork, initialize } from './network.ts'
import { createPass } from './pass.ts'

const ROWS = 12
const STEP = 1e-6

it.each([
  { activation: 'tanh', batchNorm: false, dropout: 0, head: 'sigmoid' },
  { activation: 'elu', batchNorm: true, dropout: 0, head: 'linear' },
  { activation: 'sigmoid', batchNorm: false, dropout: 0.3, head: 'sigmoid' },
  { activation: 'leakyRelu', batchNorm: true, dropout: 0.5, head: 'sigmoid' },
] as const)('backpropagation agrees with finite differences: %j', ({ dropout, ...shape }) => {
  const random = seededRandom(2)
  const network = createNetwork({ inputs: 2, hidden: [4, 3], ...shape })
  initialize(network, 'heNormal', random)
  const x = Float64Array.from({ length: ROWS * 2 }, () => normal(random))
  const y = Float64Array.from({ length: ROWS }, (_, i) => i % 2)
  const pass = createPass(network, ROWS)
  // The same masks every time, or nothing could be compared.
  const run = () => forward(network, pass, x, ROWS, { dropout, random: seededRandom(9) })
  const loss = () => {
    run()
    return meanLoss(shape.head, pass, y, ROWS)
  }
  run()
  backward(network, pass, x, y, ROWS)
  const gradients = network.gradients.slice()
  network.parameters.forEach((value, i) => {
    network.parameters[i] = value + STEP
    const above = loss()
    network.parameters[i] = value - STEP
    const below = loss()
    network.parameters[i] = value
    expect(gradients[i]).toBeCloseTo((above - below) / (2 * STEP), 6)
  })
  expect(Math.hypot(...gradients)).toBeGreaterThan(0.01)
})

it('drops the share it was told to, and keeps the expectation', () => {
  const network = createNetwork({ inputs: 1, hidden: [8], activation: 'linear', batchNorm: false, head: 'linear' })
  network.layers[0]?.parameters.bias?.fill(1)
  const pass = createPass(network, 500)
  const x = new Float64Array(500)
  forward(network, pass, x, 500, { dropout: 0.25, random: seededRandom(1) })
  const output = pass.layers[0]?.output ?? new Float64Array()
  expect(output.filter((value) => value === 0).length / output.length).toBeCloseTo(0.25, 1)
  expect(output.reduce((sum, value) => sum + value, 0) / output.length).toBeCloseTo(1, 1)
  forward(network, pass, x, 500, null)
  expect(new Set(pass.layers[0]?.output)).toEqual(new Set([1]))
})
