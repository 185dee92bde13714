import { z } from 'zod'

/**
 * Which operations of a training run on oneDNN's kernels, the others on Eigen's: none, convolutions and pooling where
 * that is faster (docs/performance.md), or whatever oneDNN has a kernel for.
 */
export const ONE_DNN = ['off', 'convolutions', 'on'] as const
export const OneDnn = z.enum(ONE_DNN)
export type OneDnn = z.infer<typeof OneDnn>

/** Of stored reports: those of the first releases say yes or no. */
export const StoredOneDnn = z.union([OneDnn, z.boolean().transform((all): OneDnn => (all ? 'on' : 'off'))])

/** What the numbers of a run depend on besides hardware and versions: part of its provenance. */
export interface EngineProfile {
  /** Operations that run at the same time. */
  threads: number
  oneDnn: OneDnn
}

/** @example describeProfile({ threads: 2, oneDnn: 'convolutions' }) // '2 threads, oneDNN for convolutions' */
export const describeProfile = ({ threads, oneDnn }: EngineProfile): string =>
  `${threads} ${threads === 1 ? 'thread' : 'threads'}, oneDNN ${oneDnn === 'convolutions' ? 'for convolutions' : oneDnn}`
