/** Losses by epoch, thinned as they grow: never more than `MOST` points, evenly spaced. */
export interface LossCurve {
  readonly epochs: number[]
  readonly train: number[]
  readonly test: number[]
  /** Epochs from one point to the next. */
  stride: number
}

const MOST = 1024

export const emptyCurve = (): LossCurve => ({ epochs: [], train: [], test: [], stride: 1 })

export function addToCurve(curve: LossCurve, epoch: number, train: number, test: number): void {
  if (epoch % curve.stride !== 0) return
  curve.epochs.push(epoch)
  curve.train.push(train)
  curve.test.push(test)
  if (curve.epochs.length < MOST) return
  for (const series of [curve.epochs, curve.train, curve.test]) {
    const kept = series.filter((_, i) => i % 2 === 0)
    series.splice(0, series.length, ...kept)
  }
  curve.stride *= 2
}
