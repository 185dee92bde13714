import type { GatherV2Attrs, TensorInfo } from '@tensorflow/tfjs'
import type { Tf } from '#lib/training/tf.ts'
import { nativeBackend } from './native-backend.ts'

/**
 * The stock kernel reads the indices back into JavaScript to check their range: a wait for the device at each call, and
 * something that a graph cannot do. On a CPU libtensorflow checks by itself, and its error says which index it was.
 */
export function installGather(tf: Tf): void {
  const backend = nativeBackend(tf)
  if (backend.isUsingGpuDevice) return
  const { TF_ATTR_INT, TF_ATTR_TYPE, TF_INT32 } = backend.binding
  tf.unregisterKernel('GatherV2', 'tensorflow')
  tf.registerKernel({
    kernelName: 'GatherV2',
    backendName: 'tensorflow',
    kernelFunc: ({ inputs, attrs }) => {
      const { x, indices } = inputs as { x: TensorInfo; indices: TensorInfo }
      const { axis, batchDims } = attrs as unknown as GatherV2Attrs
      const axisTensor = tf.scalar(axis, 'int32')
      const gathered = backend.executeSingleOutput(
        'GatherV2',
        [
          { name: 'batch_dims', type: TF_ATTR_INT, value: batchDims },
          { name: 'Tparams', type: TF_ATTR_TYPE, value: backend.getDTypeInteger(x.dtype) },
          { name: 'Tindices', type: TF_ATTR_TYPE, value: backend.getDTypeInteger(indices.dtype) },
          { name: 'Taxis', type: TF_ATTR_TYPE, value: TF_INT32 },
        ],
        [x, indices, axisTensor],
      )
      axisTensor.dispose()
      return gathered
    },
  })
}
