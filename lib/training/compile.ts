import type { Tensor, Variable } from '@tensorflow/tfjs'

/** Works tensors out of tensors, all of them the caller's to dispose. */
export type TensorFunction = (inputs: readonly Tensor[]) => Tensor[]

/** A function that gives what its source gives, faster. */
export interface Compiled {
  run: TensorFunction
  /** Runs that were not the source's. */
  readonly compiledRuns: number
  /** Why some kind of input is left to the source; null while nothing is. */
  readonly eagerBecause: string | null
  dispose(): void
}

/**
 * What an engine may bring to make a training step faster.
 *
 * @param source does the same to inputs of the same shapes each time, but for the numbers in them; apart from its
 *   inputs it reads and changes nothing but `variables` (and draws from `Math.random`)
 */
export type Compile = (source: TensorFunction, variables: readonly Variable[]) => Compiled
