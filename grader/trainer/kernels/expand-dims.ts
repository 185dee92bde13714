import type { ExpandDimsAttrs, TensorInfo } from '@tensorflow/tfjs'
import type { Tf } from '#lib/training/tf.ts'
import { nativeBackend } from './native-backend.ts'

/** The stock kernel leaves the types to be guessed, which libtensorflow does for an operation alone and not in a graph. */
export function installExpandDims(tf: Tf): void {
  const backend = nativeBackend(tf)
  const { TF_ATTR_TYPE, TF_INT32 } = backend.binding
  tf.unregisterKernel('ExpandDims', 'tensorflow')
  tf.registerKernel({
    kernelName: 'ExpandDims',
    backendName: 'tensorflow',
    kernelFunc: ({ inputs, attrs }) => {
      const { input } = inputs as { input: TensorInfo }
      const axis = tf.scalar((attrs as unknown as ExpandDimsAttrs).dim, 'int32')
      const expanded = backend.executeSingleOutput(
        'ExpandDims',
        [
          { name: 'T', type: TF_ATTR_TYPE, value: backend.getDTypeInteger(input.dtype) },
          { name: 'Tdim', type: TF_ATTR_TYPE, value: TF_INT32 },
        ],
        [input, axis],
      )
      axis.dispose()
      return expanded
    },
  })
}
