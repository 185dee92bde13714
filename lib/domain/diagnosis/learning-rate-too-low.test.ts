import { expect, it } from 'vitest'
import { learningRateTooLow } from './learning-rate-too-low.ts'
import { falling, makeCurve, makeEvidence, type Parts } from './make-evidence.ts'

const run = (rate: number, losses: number[], optimizer = 'adam') => ({
  publicMetric: 0.7,
  plan: { learningRates: losses.map(() => rate), optimizer, epochs: losses.length },
  training: { epochsRun: losses.length },
  curve: makeCurve(losses, { metric: 0.7 }),
})
const steady = falling(2, 0.03, 30)
const bumpy = steady.map((loss, i) => (i % 5 === 2 ? loss * 1.1 : loss))

it.each<[string, Parts, string | null]>([
  [
    'smooth and far from done',
    run(0.001, steady),
    'At a learning rate of at most 0.001 the loss fell smoothly for 30 epochs, by 16.7 %',
  ],
  ['a usual rate', run(0.0011, steady), null],
  ['a rate that is small for sgd', run(0.01, steady, 'sgd'), 'by 5 to 10'],
  ['a rate that is small for adam, with momentum', run(0.002, steady, 'momentum'), null],
  ['at rest', run(0.001, falling(2, 0.005, 30)), null],
  ['bumpy', run(0.001, bumpy), null],
  ['half of the allowed epochs', run(0.001, falling(2, 0.05, 20)), null],
  ['no limit of epochs', { ...run(0.001, falling(2, 0.05, 20)), exercise: { maxEpochs: null } }, 'for 20 epochs'],
  [
    'hardly moving, with a gradient',
    run(0.001, falling(0.7, 0.0002, 10)),
    'hardly at all in 10 epochs, from 0.7 to 0.699',
  ],
  [
    'not moving, without a gradient',
    {
      ...run(0.001, falling(0.7, 0.0002, 10)),
      curve: makeCurve(falling(0.7, 0.0002, 10), { metric: 0.7, layers: [] }),
    },
    null,
  ],
  [
    'a network that knows its training rows',
    { ...run(0.001, steady), curve: makeCurve(steady, { metric: 0.95 }) },
    null,
  ],
  ['weighted classes', { ...run(0.001, steady), plan: { ...run(0.001, steady).plan, classWeight: 'balanced' } }, null],
  ['stopped early', { ...run(0.001, steady), outcome: 'stopped-early' }, null],
  ['passed', { ...run(0.001, steady), publicMetric: 0.9 }, null],
  ['a locked plan', { ...run(0.001, steady), writable: { training: false } }, null],
])('%s', (_, parts, said) => {
  const message = learningRateTooLow(makeEvidence(parts))
  if (said === null) expect(message).toBeNull()
  else expect(message).toContain(said)
})
