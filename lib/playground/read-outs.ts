import type { ActivationName } from './activations.ts'
import type { Layer, Network } from './network.ts'
import type { LayerPass, Pass } from './pass.ts'

/** Within one hundredth of a limit. */
const SATURATED = 0.01

/** Units that have stopped working, as a share: which way depends on the activation. */
export interface IdleUnits {
  /** `dead`: units that are silent on every row. `saturated`: answers where the slope is next to nothing. */
  kind: 'dead' | 'saturated'
  share: number
}

/** What can be said of a hidden layer's answers to some rows; null where its activation can do neither. */
export function idleUnits({ activation, units }: Layer, made: LayerPass, rows: number): IdleUnits | null {
  if (activation === 'relu') return { kind: 'dead', share: deadShare(made.activation, units, rows) }
  const limits = LIMITS[activation]
  if (!limits) return null
  let close = 0
  for (let i = 0; i < rows * units; i++) {
    const a = made.activation[i] as number
    if (a <= limits[0] + SATURATED || a >= limits[1] - SATURATED) close++
  }
  return { kind: 'saturated', share: close / (rows * units) }
}

const LIMITS: Partial<Record<ActivationName, readonly [number, number]>> = { tanh: [-1, 1], sigmoid: [0, 1] }

function deadShare(activation: Float64Array, units: number, rows: number): number {
  let dead = 0
  for (let unit = 0; unit < units; unit++) {
    let silent = true
    for (let row = 0; row < rows && silent; row++) silent = (activation[row * units + unit] as number) <= 0
    if (silent) dead++
  }
  return dead / units
}

/** The L2 norm of the gradient of each layer's parameters. */
export const gradientNorms = ({ layers }: Network): number[] =>
  layers.map(({ gradients }) => Math.sqrt(Object.values(gradients).reduce((sum, part) => sum + squared(part), 0)))

function squared(part: Float64Array | null): number {
  let sum = 0
  // By index: it is asked for at every step, and an iterator takes as long as all the rest of the norm.
  if (part) for (let i = 0; i < part.length; i++) sum += (part[i] as number) ** 2
  return sum
}

/** Share of rows whose probability lies on the right side of one half. */
export function accuracyOf(pass: Pass, target: Float64Array, rows: number): number {
  const { preactivation: logits } = pass.layers.at(-1) as LayerPass
  let right = 0
  for (let row = 0; row < rows; row++) if ((logits[row] as number) > 0 === (target[row] === 1)) right++
  return right / rows
}
