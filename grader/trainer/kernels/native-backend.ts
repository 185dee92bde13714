import type { Tensor, TensorInfo } from '@tensorflow/tfjs'
import type { Tf } from '#lib/training/tf.ts'

export interface OpAttribute {
  name: string
  type: number
  value: unknown
}

/** A tensor that libtensorflow made: its handle's number, which is never given twice. */
export interface NativeTensor {
  id: number
  shape: number[]
  dtype: number
}

/** The addon. Names of several tensors of a graph are joined by commas. */
export interface Binding {
  TF_ATTR_STRING: number
  TF_ATTR_INT: number
  TF_ATTR_FLOAT: number
  TF_ATTR_BOOL: number
  TF_ATTR_TYPE: number
  TF_ATTR_SHAPE: number
  TF_FLOAT: number
  TF_INT32: number
  TF_INT64: number
  TF_BOOL: number
  createTensor(shape: number[], dtype: number, values: unknown): number
  tensorDataSync(id: number): unknown
  executeOp(op: string, attributes: OpAttribute[], inputs: number[], outputs: number): NativeTensor[]
  loadSavedModel(folder: string, tag: string): number
  runSavedModel(session: number, inputs: number[], inputNames: string, outputNames: string): NativeTensor[]
  deleteSavedModel(session: number): void
}

/** The part of tfjs-node's backend that runs an operation of libtensorflow by name. */
export interface NativeBackend {
  isUsingGpuDevice: boolean
  binding: Binding
  getDTypeInteger(dtype: string): number
  getInputTensorIds(tensors: TensorInfo[]): number[]
  executeSingleOutput(op: string, attributes: OpAttribute[], inputs: TensorInfo[]): TensorInfo
  executeMultipleOutputs(op: string, attributes: OpAttribute[], inputs: TensorInfo[], outputs: number): TensorInfo[]
  createOutputTensor(metadata: NativeTensor): Tensor
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
