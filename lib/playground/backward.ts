import { activations } from './activations.ts'
import { normalizeBack } from './batch-norm.ts'
import { lossBack } from './losses.ts'
import type { Layer, Network } from './network.ts'
import type { LayerPass, Pass } from './pass.ts'

/**
 * Backpropagation: fills `network.gradients` with the gradient of the mean loss over the rows that `forward` was given
 * last, in training mode. From the output to the first layer, each passing on what its inputs did to the loss.
 */
export function backward(network: Network, pass: Pass, x: Float64Array, target: Float64Array, rows: number): void {
  let [upstream, next] = pass.upstream
  lossBack(network.shape.head, pass, target, rows, upstream)
  for (let depth = network.layers.length - 1; depth >= 0; depth--) {
    const layer = network.layers[depth] as Layer
    const made = pass.layers[depth] as LayerPass
    // The loss's own gradient is already that of the output's sum.
    if (depth < network.layers.length - 1) activationBack(layer, made, upstream, rows)
    if (layer.moving) normalizeBack(layer, made, upstream, rows)
    const input = depth === 0 ? x : (pass.layers[depth - 1] as LayerPass).output
    sumBack(layer, input, upstream, rows, depth === 0 ? null : next)
    ;[upstream, next] = [next, upstream]
  }
}

/** Through dropout and the activation, in place. */
function activationBack({ activation, units }: Layer, made: LayerPass, upstream: Float64Array, rows: number): void {
  const { slope } = activations[activation]
  for (let i = 0; i < rows * units; i++) {
    const kept = made.kept ? (made.kept[i] as number) : 1
    upstream[i] = (upstream[i] as number) * kept * slope(made.preactivation[i] as number, made.activation[i] as number)
  }
}

/** kernel' = inputᵀ · upstream, bias' = its column sums; `toInputs` = upstream · kernelᵀ where anybody asks. */
function sumBack(
  layer: Layer,
  input: Float64Array,
  upstream: Float64Array,
  rows: number,
  toInputs: Float64Array | null,
) {
  const { inputs, units, gradients, parameters } = layer
  gradients.kernel.fill(0)
  gradients.bias?.fill(0)
  for (let row = 0; row < rows; row++) {
    for (let unit = 0; unit < units; unit++) {
      const d = upstream[row * units + unit] as number
      if (gradients.bias) (gradients.bias[unit] as number) += d
      for (let i = 0; i < inputs; i++)
        (gradients.kernel[i * units + unit] as number) += (input[row * inputs + i] as number) * d
    }
    if (!toInputs) continue
    for (let i = 0; i < inputs; i++) {
      let total = 0
      for (let unit = 0; unit < units; unit++)
        total += (upstream[row * units + unit] as number) * (parameters.kernel[i * units + unit] as number)
      toInputs[row * inputs + i] = total
    }
  }
}
