/** Losses by epoch, thinned as they grow: never as many as `MOST` points, evenly spaced. */
export interface LossCurve {
  readonly epochs: number[]
  readonly train: number[]
  readonly test: number[]
  /** Epochs from one point to the next. */
  stride: number
}

/** About as many as a small drawing has pixels across. */
const MOST = 256

export const emptyCurve = (): LossCurve => ({ epochs: [], train: [], test: [], stride: 1 })

/** Whether the curve has a point for an epoch. Losses of any other need not be measured. */
export const keepsEpoch = ({ stride }: LossCurve, epoch: number): boolean => epoch % stride === 0

/** Adds the point of an epoch that the curve keeps. */
export function addToCurve(
  curve: LossCurve,
  { epoch, trainLoss, testLoss }: { epoch: number; trainLoss: number; testLoss: number },
): void {
  curve.epochs.push(epoch)
  curve.train.push(trainLoss)
  curve.test.push(testLoss)
  if (curve.epochs.length < MOST) return
  for (const series of [curve.epochs, curve.train, curve.test]) {
    const kept = series.filter((_, i) => i % 2 === 0)
    series.splice(0, series.length, ...kept)
  }
  curve.stride *= 2
}
