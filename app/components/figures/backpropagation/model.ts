import { fixed } from '../kit/number.ts'
import { createNetwork, forward, lossGradient, type Network, squaredLoss } from '../kit/small-network.ts'

/** What the figure shows: two inputs, two hidden tanh units, one linear output, a squared loss. */
export interface Setting {
  /** w₁₁ w₁₂ w₂₁ w₂₂ b₁ b₂ v₁ v₂ c: as the network's vector has them. */
  parameters: readonly number[]
  x: readonly [number, number]
  target: number
}

export const RATE = 0.3
export const START: Setting = {
  parameters: [0.8, -0.4, 0.3, 0.9, 0.1, -0.2, 1.1, -0.7, 0.2],
  x: [1, 0.5],
  target: 1.5,
}

/** Everything forward and backward propagation compute, by name. */
export interface Pass {
  sums: [number, number]
  hidden: [number, number]
  output: number
  loss: number
  /** Slopes of the loss by the output, by the hidden outputs and sums, and by each parameter. */
  byOutput: number
  byHidden: [number, number]
  bySums: [number, number]
  byParameter: number[]
}

function networkOf(parameters: readonly number[]): Network {
  const network = createNetwork([2, 2, 1], ['tanh', 'linear'], () => 0)
  network.parameters.set(parameters)
  return network
}

export function propagate({ parameters, x, target }: Setting): Pass {
  const network = networkOf(parameters)
  const [first, last] = forward(network, x)
  if (!first || !last) throw new RangeError('the network has two layers')
  const pair = (values: Float64Array): [number, number] => [values[0] as number, values[1] as number]
  const output = last.outputs[0] as number
  const { loss, slope } = squaredLoss(output, target)
  const hidden = pair(first.outputs)
  const [v1 = 0, v2 = 0] = parameters.slice(6)
  const byHidden: [number, number] = [slope * v1, slope * v2]
  return {
    sums: pair(first.sums),
    hidden,
    output,
    loss,
    byOutput: slope,
    byHidden,
    bySums: [byHidden[0] * (1 - hidden[0] ** 2), byHidden[1] * (1 - hidden[1] ** 2)],
    byParameter: [...lossGradient(network, [{ x, y: target }], squaredLoss).gradient],
  }
}

/** One step of gradient descent on this one row. */
export const descend = (setting: Setting): Setting => {
  const { byParameter } = propagate(setting)
  return { ...setting, parameters: setting.parameters.map((p, i) => p - RATE * (byParameter[i] as number)) }
}

/** The stages in which it is told; each shows what the ones before it found. */
export const STAGES = [
  'inputs',
  'hidden',
  'output',
  'loss',
  'by-output',
  'by-last-weights',
  'by-hidden',
  'by-first-weights',
  'update',
] as const
export type Stage = (typeof STAGES)[number]

/** What a stage computes, in a formula with its numbers. */
export function tell(stage: Stage, { parameters, x, target }: Setting, pass: Pass): string {
  const p = (i: number) => fixed(parameters[i] as number)
  const bracketed = (value: number) => (value < 0 ? `(${fixed(value)})` : fixed(value))
  const product = (a: number, b: number) => `${bracketed(a)} · ${bracketed(b)}`
  switch (stage) {
    case 'inputs':
      return `One row: x₁ = ${fixed(x[0])}, x₂ = ${fixed(x[1])}, and the target t = ${fixed(target)}.`
    case 'hidden':
      return `Forward. h₁ = tanh(${p(0)} · x₁ + ${p(1)} · x₂ + ${p(4)}) = tanh(${fixed(pass.sums[0])}) = ${fixed(pass.hidden[0])}; h₂ = tanh(${fixed(pass.sums[1])}) = ${fixed(pass.hidden[1])}.`
    case 'output':
      return `Forward. y = ${p(6)} · h₁ + ${p(7)} · h₂ + ${p(8)} = ${fixed(pass.output)}.`
    case 'loss':
      return `The loss: L = (y − t)² = (${fixed(pass.output)} − ${fixed(target)})² = ${fixed(pass.loss, 3)}.`
    case 'by-output':
      return `Back. ∂L/∂y = 2 (y − t) = ${fixed(pass.byOutput)}: raising y by a little changes the loss by that much times the little.`
    case 'by-last-weights':
      return `Back. A weight’s slope is what arrives at its end times what entered it: ∂L/∂v₁ = ${product(pass.byOutput, pass.hidden[0])} = ${fixed(pass.byParameter[6] as number)}.`
    case 'by-hidden':
      return `Back. Through v₁ to h₁: ${product(pass.byOutput, parameters[6] as number)} = ${fixed(pass.byHidden[0])}; through the tanh, times its slope 1 − h₁² = ${fixed(1 - pass.hidden[0] ** 2)}: ${fixed(pass.bySums[0])}.`
    case 'by-first-weights':
      return `Back. The same rule again: ∂L/∂w₁₁ = ${product(pass.bySums[0], x[0])} = ${fixed(pass.byParameter[0] as number)}, and so for each weight.`
    case 'update':
      return `Each weight moves against its slope, by ${fixed(RATE, 1)} times it: w₁₁ becomes ${p(0)} − ${fixed(RATE, 1)} · ${bracketed(pass.byParameter[0] as number)} = ${fixed((parameters[0] as number) - RATE * (pass.byParameter[0] as number))}. The loss falls from ${fixed(pass.loss, 3)} to ${fixed(propagate(descend({ parameters, x, target })).loss, 3)}.`
    default:
      return stage satisfies never
  }
}
