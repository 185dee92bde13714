import type { GradConfig, NamedTensorMap, Tensor, TensorInfo } from '@tensorflow/tfjs'
import type { Tf } from '#lib/training/tf.ts'
import type { NativeBackend, OpAttribute } from './native-backend.ts'

/** Registers an operation of libtensorflow under a name of its own, and gives a function that runs it. */
export function nativeKernel(tf: Tf, backend: NativeBackend, op: string, attributes: OpAttribute[]) {
  const kernelName = `Native${op}`
  tf.registerKernel({
    kernelName,
    backendName: 'tensorflow',
    kernelFunc: ({ inputs }) =>
      backend.executeSingleOutput(
        op,
        attributes,
        Object.values(inputs).filter((input): input is TensorInfo => input !== undefined),
      ),
  })
  return (inputs: NamedTensorMap) => tf.engine().runKernel(kernelName, inputs) as Tensor
}

export function replaceGradient(tf: Tf, config: GradConfig): void {
  tf.unregisterGradient(config.kernelName)
  tf.registerGradient(config)
}
