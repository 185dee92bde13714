import type { Tensor1D } from '@tensorflow/tfjs'
import type { Tf } from '#lib/training/tf.ts'

/**
 * Seeds for operations of libtensorflow that draw random numbers: two int32 a draw, from `Math.random`, which is seeded
 * while a job trains. A graph takes its seeds as inputs, drawn here in the order in which its source drew them.
 */
export class SeedSource {
  /** Told of each seed while a graph is recorded. */
  onDraw: ((seed: Tensor1D) => void) | null = null
  /** Calls of `Math.random` for one seed. */
  static readonly CALLS = 2
  constructor(private readonly tf: Tf) {}

  draw(): Tensor1D {
    const word = () => Math.floor(Math.random() * 2 ** 32) | 0
    const seed = this.tf.tensor1d(Int32Array.of(word(), word()), 'int32')
    this.onDraw?.(seed)
    return seed
  }
}
