import type * as TF from '@tensorflow/tfjs'

/** TensorFlow.js as a value: whoever calls brings the backend (libtensorflow, WebAssembly, plain JavaScript). */
export type Tf = typeof TF
