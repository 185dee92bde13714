import type { Random } from '../training/seeded-random.ts'
import { activations } from './activations.ts'
import { normalizeBatch, normalizeByMoving } from './batch-norm.ts'
import type { Layer, Network } from './network.ts'
import type { LayerPass, Pass } from './pass.ts'

/** How a network behaves while it is trained. Null instead: it is asked, nothing is dropped, nothing is learnt. */
export interface TrainingMode {
  /** Share of each hidden layer's answers that is dropped. */
  dropout: number
  random: Random
}

/** Runs `rows` rows of `x`, [rows][inputs], through the network; the answers lie in `pass`. */
export function forward(network: Network, pass: Pass, x: Float64Array, rows: number, training: TrainingMode | null) {
  let input = x
  network.layers.forEach((layer, depth) => {
    const made = pass.layers[depth] as LayerPass
    const isOutput = depth === network.layers.length - 1
    sum(layer, input, rows, made.preactivation)
    if (layer.moving) {
      if (training) normalizeBatch(layer, made, rows)
      else normalizeByMoving(layer, made, rows)
    }
    const { at } = activations[layer.activation]
    for (let i = 0; i < rows * layer.units; i++) made.activation[i] = at(made.preactivation[i] as number)
    if (training && training.dropout > 0 && !isOutput) drop(made, rows * layer.units, training)
    else keepAll(made)
    input = made.output
  })
}

/** sums = input · kernel + bias */
function sum(
  { inputs, units, parameters: { kernel, bias } }: Layer,
  input: Float64Array,
  rows: number,
  sums: Float64Array,
) {
  for (let row = 0; row < rows; row++) {
    for (let unit = 0; unit < units; unit++) {
      let total = bias ? (bias[unit] as number) : 0
      for (let i = 0; i < inputs; i++)
        total += (input[row * inputs + i] as number) * (kernel[i * units + unit] as number)
      sums[row * units + unit] = total
    }
  }
}

/** Inverted dropout: what stays is scaled up, so that the sum it feeds keeps its expectation and inference needs nothing. */
function drop(made: LayerPass, count: number, { dropout, random }: TrainingMode) {
  if (made.kept === null) {
    made.kept = new Float64Array(made.activation.length)
    made.output = new Float64Array(made.activation.length)
  }
  for (let i = 0; i < count; i++) {
    const factor = random() < dropout ? 0 : 1 / (1 - dropout)
    made.kept[i] = factor
    made.output[i] = (made.activation[i] as number) * factor
  }
}

function keepAll(made: LayerPass) {
  made.kept = null
  made.output = made.activation
}
