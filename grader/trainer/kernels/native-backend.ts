import type { TensorInfo } from '@tensorflow/tfjs'
import type { Tf } from '#lib/training/tf.ts'

export interface OpAttribute {
  name: string
  type: number
  value: unknown
}

/** The part of tfjs-node's backend that runs an operation of libtensorflow by name. */
export interface NativeBackend {
  binding: {
    TF_ATTR_TYPE: number
    TF_ATTR_STRING: number
    TF_ATTR_BOOL: number
    TF_ATTR_FLOAT: number
    TF_INT64: number
    createTensor(shape: number[], dtype: number, values: Int32Array): number
  }
  getDTypeInteger(dtype: string): number
  executeSingleOutput(op: string, attributes: OpAttribute[], inputs: TensorInfo[]): TensorInfo
  executeMultipleOutputs(op: string, attributes: OpAttribute[], inputs: TensorInfo[], outputs: number): TensorInfo[]
  createOutputTensor(metadata: { id: number; shape: number[]; dtype: number }): TensorInfo
}

/** @throws when TensorFlow.js does not run on libtensorflow */
export function nativeBackend(tf: Tf): NativeBackend {
  if (tf.getBackend() !== 'tensorflow') throw new Error(`backend is ${tf.getBackend()}, not libtensorflow`)
  return tf.backend() as unknown as NativeBackend
}

/** The attribute `T` that nearly every operation has, for float32. */
export const floatType = (backend: NativeBackend): OpAttribute => ({
  name: 'T',
  type: backend.binding.TF_ATTR_TYPE,
  value: backend.getDTypeInteger('float32'),
})
