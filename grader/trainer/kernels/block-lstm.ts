import type { Tensor, Tensor1D, Tensor2D, Tensor3D } from '@tensorflow/tfjs'
import type { Tf } from '#lib/training/tf.ts'
import { floatType, type NativeBackend, nativeBackend } from './native-backend.ts'
import { installSequenceKernel } from './recurrent-layer.ts'
import type { DropOut } from './seeded-dropout.ts'

/**
 * Runs `tf.layers.lstm` through libtensorflow's BlockLSTMV2: one operation for the whole sequence, and one for its
 * gradient, where TensorFlow.js runs some 80 for each time step. The gates' order (i, f, c, o) is the same.
 *
 * Only what the kernel can do: tanh and sigmoid, no mask. TensorFlow.js's default for gates is hardSigmoid.
 */
export function installBlockLstm(tf: Tf, drop: DropOut): void {
  const blockLstm = createBlockLstm(tf, nativeBackend(tf))
  installSequenceKernel(
    tf,
    drop,
    tf.layers.lstm({ units: 1 }),
    ({ activation, recurrentActivation }, masked) =>
      !masked && activation.getClassName() === 'tanh' && recurrentActivation.getClassName() === 'sigmoid',
    (x, { units, kernel, recurrentKernel, bias }) => {
      const weights = tf.concat([kernel.read(), recurrentKernel.read()], 0) as Tensor2D
      return blockLstm(x, weights, (bias?.read() ?? tf.zeros([4 * units])) as Tensor1D, units)
    },
  )
}

/** h [time, batch, units] of x [time, batch, features]; weights [features + units, 4 · units]; states start at 0. */
function createBlockLstm(tf: Tf, backend: NativeBackend) {
  const { binding } = backend
  const common = [floatType(backend), { name: 'use_peephole', type: binding.TF_ATTR_BOOL, value: false }]
  const noClip = { name: 'cell_clip', type: binding.TF_ATTR_FLOAT, value: 0 }

  return (x: Tensor3D, weights: Tensor2D, bias: Tensor1D, units: number): Tensor3D => {
    const [steps, batch] = x.shape
    return tf.customGrad((...args: unknown[]) => {
      const [x, weights, bias, save] = args as [Tensor3D, Tensor2D, Tensor1D, (tensors: Tensor[]) => void]
      const state = tf.zeros([batch, units])
      const peephole = tf.zeros([units])
      // Outputs: i, cs, f, o, ci, co, h.
      const gates = backend.executeMultipleOutputs(
        'BlockLSTMV2',
        [...common, noClip],
        [int64Scalar(backend, steps), x, state, state, weights, peephole, peephole, peephole, bias],
        7,
      ) as Tensor[]
      const [i, cs, f, o, ci, co, h] = gates as [Tensor, Tensor, Tensor, Tensor, Tensor, Tensor, Tensor]
      save([x, weights, bias, state, peephole, i, cs, f, o, ci, co, h])
      return {
        value: h,
        gradFunc: (dh: Tensor, saved: Tensor[]) => {
          const [x, weights, bias, state, peephole, i, cs, f, o, ci, co, h] = saved as [
            ...[Tensor, Tensor, Tensor, Tensor, Tensor, Tensor],
            ...[Tensor, Tensor, Tensor, Tensor, Tensor, Tensor],
          ]
          const before = [int64Scalar(backend, steps), x, state, state, weights, peephole, peephole, peephole, bias]
          // Outputs: x, cs_prev, h_prev, w, wci, wcf, wco, b.
          const gradients = backend.executeMultipleOutputs(
            'BlockLSTMGradV2',
            common,
            [...before, i, cs, f, o, ci, co, h, tf.zerosLike(cs), dh],
            8,
          ) as Tensor[]
          return [gradients[0], gradients[3], gradients[7]] as Tensor[]
        },
      }
    })(x, weights, bias) as Tensor3D
  }
}

/**
 * TensorFlow.js has no int64, and the backend leaks the ones it makes for itself; this one is disposed like any tensor.
 * Made anew each time, because a graph being recorded must see it made.
 */
function int64Scalar(backend: NativeBackend, value: number): Tensor {
  const { TF_INT64: dtype } = backend.binding
  const id = backend.binding.createTensor([], dtype, new Int32Array([value, 0]))
  return quietly(() => backend.createOutputTensor({ id, shape: [], dtype }))
}

/** The backend warns that an int64 would be read as a BigInt64Array; this one is never read. */
function quietly<T>(make: () => T): T {
  const { warn } = console
  console.warn = () => {}
  try {
    return make()
  } finally {
    console.warn = warn
  }
}
