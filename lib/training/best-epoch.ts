/** Follows a loss over epochs: which was best, and how long ago. Keras's EarlyStopping with min_delta 0. */
export interface BestEpoch {
  epoch: number
  loss: number
  /** Epochs since the best one. */
  waited: number
}

export const NO_EPOCH: BestEpoch = { epoch: 0, loss: Number.POSITIVE_INFINITY, waited: 0 }

export const observe = (best: BestEpoch, epoch: number, loss: number): BestEpoch =>
  loss < best.loss ? { epoch, loss, waited: 0 } : { ...best, waited: best.waited + 1 }
