import type { LayersModel, layers, SymbolicTensor, Tensor, Tensor1D } from '@tensorflow/tfjs'
import type { LayerTelemetry } from '../contract/telemetry.ts'
import type { Tf } from './tf.ts'

type Squash = 'relu' | 'tanh' | 'sigmoid'

/** Which layers are reported, and what can be said of each. */
export interface LayerWatch {
  /** For each reported layer, its weights as indices into `model.trainableWeights`. */
  groups: number[][]
  /** One number a layer (NaN: nothing to say), from the model's answers to the probe rows. Null: no layer applies. */
  shares(probe: Tensor): Tensor1D | null
  /** Of the same layers, the standard deviation of their answers to the probe rows; empty when no layer applies. */
  spreads(probe: Tensor): Promise<{ name: string; sd: number | null }[]>
  /** Joins gradient norms (by layer) and shares to telemetry. */
  report(norms: readonly (number | null)[], shares: ArrayLike<number> | null): LayerTelemetry[]
}

/** Within one hundredth of a limit. */
const SATURATED = 0.01

/** Reports the layers of the model that have weights or a ReLU, tanh or sigmoid; layers inside a nested model count as one. */
export function watchLayers(tf: Tf, model: LayersModel): LayerWatch {
  const place = new Map(model.trainableWeights.map((weight, i) => [weight.id, i]))
  const watched = model.layers
    .map((layer) => ({
      layer,
      group: layer.trainableWeights.flatMap((weight) => place.get(weight.id) ?? []),
      squash: squashOf(layer, layer === model.layers.at(-1)),
    }))
    .filter(({ group, squash }) => group.length > 0 || squash !== null)
  const squashing = watched.filter(({ squash }) => squash !== null)
  const probeModel =
    squashing.length > 0
      ? tf.model({ inputs: model.inputs, outputs: squashing.map(({ layer }) => layer.output as SymbolicTensor) })
      : null

  /** One number for each squashing layer. */
  const look = (probe: Tensor, measure: (answer: Tensor, squash: Squash) => Tensor): Tensor1D | null =>
    probeModel &&
    tf.tidy(() => {
      const answers = [probeModel.apply(probe, { training: false })].flat() as Tensor[]
      return tf.stack(answers.map((answer, i) => measure(answer, squashing[i]?.squash as Squash))) as Tensor1D
    })

  return {
    groups: watched.map(({ group }) => group),
    shares: (probe) => look(probe, (answer, squash) => shareOf(tf, answer, squash)),
    async spreads(probe) {
      const measured = look(probe, (answer) => tf.sqrt(tf.moments(answer).variance))
      const values = (await measured?.data()) ?? []
      measured?.dispose()
      return squashing.map(({ layer }, i) => {
        const sd = values[i]
        return { name: layer.name, sd: sd !== undefined && Number.isFinite(sd) ? sd : null }
      })
    },
    report: (norms, shares) =>
      watched.map(({ layer, squash }, i) => {
        const share = shares?.[squashing.findIndex((one) => one.layer === layer)]
        const known = share !== undefined && Number.isFinite(share) ? share : null
        return {
          name: layer.name,
          gradientNorm: norms[i] ?? null,
          deadShare: squash === 'relu' ? known : null,
          saturatedShare: squash !== null && squash !== 'relu' ? known : null,
        }
      }),
  }
}

/** Share of units silent on every row (relu), or share of answers close to a limit (tanh, sigmoid). */
function shareOf(tf: Tf, answer: Tensor, squash: Squash): Tensor {
  if (squash === 'relu') {
    const allButLast = answer.shape.map((_, axis) => axis).slice(0, -1)
    return tf.mean(tf.lessEqual(tf.max(answer, allButLast), 0).toFloat())
  }
  const low = squash === 'tanh' ? -1 : 0
  const close = tf.logicalOr(tf.lessEqual(answer, low + SATURATED), tf.greaterEqual(answer, 1 - SATURATED))
  return tf.mean(close.toFloat())
}

/** Layers whose answer is the activation's own; a gated cell's answer is a product, so nothing can be said of it. */
const PLAIN = /^(Dense|Conv\dD|Conv2DTranspose|DepthwiseConv2D|SeparableConv2D|Activation|SimpleRNN)$/

function squashOf(layer: layers.Layer, isLast: boolean): Squash | null {
  const className = layer.getClassName()
  if (className === 'ReLU') return 'relu'
  if (!PLAIN.test(className)) return null
  const activation = layer.getConfig().activation
  if (activation === 'relu' || activation === 'relu6') return 'relu'
  // A sure answer of the last layer is what training wants, not saturation.
  if (!isLast && (activation === 'tanh' || activation === 'sigmoid')) return activation
  return null
}
