import type { Tensor } from '@tensorflow/tfjs'
import type { Tf } from '#lib/training/tf.ts'
import { nativeBackend } from './native-backend.ts'
import type { SeedSource } from './seed-source.ts'

/** Random tensors drawn in libtensorflow (Philox), each keyed by a seed of its own. */
export interface RandomTensors {
  /** In [0, 1). */
  uniform(shape: readonly number[]): Tensor
  /** Mean 0, standard deviation 1. */
  normal(shape: readonly number[]): Tensor
}

export function randomTensors(tf: Tf, seeds: SeedSource): RandomTensors {
  const backend = nativeBackend(tf)
  const { TF_ATTR_TYPE, TF_FLOAT, TF_INT32 } = backend.binding
  const attributes = [
    { name: 'dtype', type: TF_ATTR_TYPE, value: TF_FLOAT },
    { name: 'T', type: TF_ATTR_TYPE, value: TF_INT32 },
    { name: 'Tseed', type: TF_ATTR_TYPE, value: TF_INT32 },
  ]
  const draw = (op: string) => (shape: readonly number[]) =>
    tf.tidy(
      () => backend.executeSingleOutput(op, attributes, [tf.tensor1d([...shape], 'int32'), seeds.draw()]) as Tensor,
    )
  return { uniform: draw('StatelessRandomUniform'), normal: draw('StatelessRandomNormal') }
}
