export interface CurvePoint {
  epoch: number
  train: number | null
  validation: number | null
}

const round = (value: number): string => String(Number(value.toPrecision(3)))

interface Input {
  /** "Loss", "Accuracy" */
  title: string
  points: readonly CurvePoint[]
  lowerIsBetter: boolean
}

/** A curve in one sentence: where it began and ended, and where it was best. */
export function curveSummary({ title, points, lowerIsBetter }: Input): string {
  const hasValidation = points.some(({ validation }) => validation !== null)
  const known = points.flatMap(({ epoch, train, validation }) => {
    const value = hasValidation ? validation : train
    return value === null ? [] : [{ epoch, value }]
  })
  const quantity = `${hasValidation ? 'Validation' : 'Training'} ${title.toLowerCase()}`
  const first = known[0]
  const last = known.at(-1)
  if (!first || !last) return `${quantity}: nothing measured yet.`
  if (known.length === 1) return `${quantity} is ${round(first.value)} after epoch ${first.epoch}.`
  const best = known.reduce((a, b) => ((lowerIsBetter ? b.value < a.value : b.value > a.value) ? b : a))
  const verb = last.value < first.value ? 'fell' : last.value > first.value ? 'rose' : 'stayed'
  const course =
    verb === 'stayed' ? `stayed at ${round(last.value)}` : `${verb} from ${round(first.value)} to ${round(last.value)}`
  return `${quantity} ${course} over ${last.epoch} epochs, ${lowerIsBetter ? 'lowest' : 'highest'} at epoch ${best.epoch}.`
}
