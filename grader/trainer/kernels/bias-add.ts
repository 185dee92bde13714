import type { Tensor, TensorInfo } from '@tensorflow/tfjs'
import type { Tf } from '#lib/training/tf.ts'
import { floatType, nativeBackend } from './native-backend.ts'
import { nativeKernel, replaceGradient } from './native-kernel.ts'

/**
 * A bias is added by BiasAdd and has the gradient of BiasAddGrad. TensorFlow.js adds by broadcasting, and sums over all
 * axes but the last. In a graph libtensorflow makes one operation of a product or convolution, its BiasAdd and its
 * activation.
 */
export function installBiasAdd(tf: Tf): void {
  const backend = nativeBackend(tf)
  const format = { name: 'data_format', type: backend.binding.TF_ATTR_STRING, value: 'NHWC' }
  const attributes = [floatType(backend), format]

  const stockAdd = tf.getKernel('Add', 'tensorflow')
  tf.unregisterKernel('Add', 'tensorflow')
  tf.registerKernel({
    ...stockAdd,
    kernelFunc: (params) => {
      const { a, b } = params.inputs as { a: TensorInfo; b: TensorInfo }
      const bias = isBiasOf(a, b) && b.shape.length === 1
      return bias ? backend.executeSingleOutput('BiasAdd', attributes, [a, b]) : stockAdd.kernelFunc(params)
    },
  })

  const fused = nativeKernel(tf, backend, 'BiasAddGrad', attributes)
  const stockGradient = tf.getGradient('Add')
  replaceGradient(tf, {
    kernelName: 'Add',
    inputsToSave: ['a', 'b'],
    gradFunc: (dy, saved, attributes) => {
      const [a, b] = saved as [Tensor, Tensor]
      const gradients = stockGradient.gradFunc(dy, saved, attributes)
      if (!isBiasOf(a, b)) return gradients
      return { ...gradients, b: () => fused({ a: dy as Tensor }).reshape(b.shape) }
    },
  })
}

function isBiasOf(a: TensorInfo, b: TensorInfo): boolean {
  const channels = b.shape.at(-1)
  return (
    a.dtype === 'float32' &&
    b.dtype === 'float32' &&
    a.shape.length >= 2 &&
    a.shape.length <= 5 &&
    channels === a.shape.at(-1) &&
    b.shape.slice(0, -1).every((size) => size === 1) &&
    a.shape.length >= b.shape.length &&
    a.shape.slice(0, -1).some((size) => size !== 1)
  )
}
