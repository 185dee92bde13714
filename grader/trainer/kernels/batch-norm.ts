import type { Tensor, Tensor1D, Tensor4D } from '@tensorflow/tfjs'
import type { Tf } from '#lib/training/tf.ts'
import { floatType, type NativeBackend, nativeBackend } from './native-backend.ts'

interface Weight {
  read(): Tensor1D
  write(value: Tensor): void
}

/** What is read of tfjs's layer; its types keep most of it to themselves. */
interface BatchNormalization {
  axis: number
  momentum: number
  epsilon: number
  gamma?: Weight
  beta?: Weight
  movingMean: Weight
  movingVariance: Weight
}
type Call = (this: BatchNormalization, inputs: Tensor | Tensor[], kwargs: { training?: boolean }) => Tensor

/**
 * Batch normalisation in training through libtensorflow's FusedBatchNormV3 and its gradient: two operations, where
 * TensorFlow.js composes the gradient of some twenty, each of which reads the whole activation once more.
 * Formulas: Ioffe and Szegedy, arXiv:1502.03167.
 *
 * Only over the last axis, with scale and centre; everything else stays on the stock path.
 */
export function installFusedBatchNorm(tf: Tf): void {
  const backend = nativeBackend(tf)
  const prototype = Object.getPrototypeOf(tf.layers.batchNormalization()) as { call: Call }
  const stock = prototype.call
  prototype.call = function (inputs, kwargs) {
    const x = (Array.isArray(inputs) ? inputs[0] : inputs) as Tensor
    const { gamma, beta, momentum } = this
    const lastAxis = this.axis === -1 || this.axis === x.rank - 1
    if (!kwargs.training || !gamma || !beta || !lastAxis) return stock.call(this, inputs, kwargs)
    return tf.tidy(() => {
      const { normed, mean, variance } = normalise(tf, backend, x, gamma.read(), beta.read(), this.epsilon)
      const follow = (moving: Weight, value: Tensor) => {
        const old = moving.read()
        moving.write(tf.sub(old, tf.mul(tf.sub(old, value), 1 - momentum)))
      }
      follow(this.movingMean, mean)
      follow(this.movingVariance, variance)
      tf.dispose([mean, variance])
      return normed
    })
  }
}

/**
 * Over all axes but the last. The caller disposes mean and variance [channels]; the variance is that of these rows, as
 * Keras's, and not the operation's estimate for all rows there could be.
 */
function normalise(tf: Tf, backend: NativeBackend, x: Tensor, gamma: Tensor1D, beta: Tensor1D, epsilon: number) {
  const { binding } = backend
  const common = [
    floatType(backend),
    { name: 'U', type: binding.TF_ATTR_TYPE, value: binding.TF_FLOAT },
    { name: 'epsilon', type: binding.TF_ATTR_FLOAT, value: epsilon },
    { name: 'data_format', type: binding.TF_ATTR_STRING, value: 'NHWC' },
    { name: 'is_training', type: binding.TF_ATTR_BOOL, value: true },
  ]
  const channels = gamma.size
  const rows = x.size / channels
  const measured: { mean?: Tensor; variance?: Tensor } = {}
  const run = tf.customGrad((...args: unknown[]) => {
    const [x, gamma, beta, save] = args as [Tensor4D, Tensor1D, Tensor1D, (tensors: Tensor[]) => void]
    const none = tf.tensor1d([])
    const [y, mean, unbiased, ...reserved] = backend.executeMultipleOutputs(
      'FusedBatchNormV3',
      [...common, { name: 'exponential_avg_factor', type: binding.TF_ATTR_FLOAT, value: 1 }],
      [x, gamma, beta, none, none],
      6,
    ) as [Tensor, Tensor, Tensor, Tensor, Tensor, Tensor]
    measured.mean = tf.keep(mean)
    measured.variance = tf.keep(tf.mul(unbiased, (rows - 1) / rows))
    save([x, gamma, ...reserved])
    return {
      value: y,
      gradFunc: (dy: Tensor, saved: Tensor[]) => {
        const [x, gamma, ...reserved] = saved as [Tensor, Tensor, Tensor, Tensor, Tensor]
        // Outputs: of x, of gamma, of beta, and two that are not used.
        const gradients = backend.executeMultipleOutputs(
          'FusedBatchNormGradV3',
          common,
          [dy, x, gamma, ...reserved],
          5,
        ) as Tensor[]
        return gradients.slice(0, 3)
      },
    }
  })
  const normed = run(x.reshape([rows, 1, 1, channels]), gamma, beta).reshape(x.shape)
  return { normed, ...(measured as { mean: Tensor; variance: Tensor }) }
}
