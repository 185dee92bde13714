import { lowerIsBetter } from '../metric.ts'
import type { Finding, ModelFacts } from './facts.ts'

/** On the public rows the model is better than repeating the last value of the series. */
export function checkBeatsLastValue({ publicScore }: Pick<ModelFacts, 'publicScore'>): Finding {
  const { metric, value, lastValue } = publicScore
  if (lastValue === null) throw new Error('beats-last-value needs a forecast')
  const ahead = lowerIsBetter(metric) ? lastValue - value : value - lastValue
  const [yours, theirs] = [value, lastValue].map((score) => String(Number(score.toPrecision(3))))
  return {
    passed: ahead > 0,
    measured: `On the public rows your model has ${yours}, repeating the last value ${theirs}.`,
  }
}
