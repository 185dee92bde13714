import { expect, it } from 'vitest'
import { dense, falling, makeCurve, makeEvidence, type Parts } from './make-evidence.ts'
import { stoppedTooEarly } from './stopped-too-early.ts'

const run = (losses: number[], metric = 0.7) => ({
  publicMetric: 0.7,
  training: { epochsRun: losses.length },
  curve: makeCurve(losses, { metric }),
})
const steady = falling(2, 0.1, 5)

it.each<[string, Parts, string | null]>([
  ['5 of 40 epochs, falling', run(steady), 'ended after 5 epochs with the loss still falling (by 10 %'],
  ['a single pair of epochs', run([2, 1]), 'after 2 epochs'],
  ['one epoch, of which nothing can be said', run([2]), null],
  ['20 of 40 epochs', run(falling(2, 0.1, 20)), 'allows 40 epochs'],
  ['21 of 40 epochs', run(falling(2, 0.1, 21)), null],
  ['falling by 2.9 %', run([2, 2, 2, 1, 0.971]), null],
  ['falling by 3.1 %', run([2, 2, 2, 1, 0.969]), '(by 3.1 %'],
  ['rising on validation rows', { ...run(steady), curve: makeCurve(steady, { metric: 0.7, valLoss: 1 }) }, null],
  ['ahead on the training rows by more than is missing', run(steady, 0.82), null],
  ['a network that knows its training rows', run(steady, 0.95), null],
  ['a single straight cut', { ...run(steady), layers: [dense('sigmoid', 1)] }, null],
  ['no limit of epochs', { ...run(steady), exercise: { maxEpochs: null } }, null],
  ['weighted classes', { ...run(steady), plan: { classWeight: 'balanced' } }, null],
  ['early stopping', { ...run(steady), outcome: 'stopped-early' }, null],
  ['passed', { ...run(steady), publicMetric: 0.9 }, null],
  ['a locked plan', { ...run(steady), writable: { training: false } }, null],
])('%s', (_, parts, said) => {
  const message = stoppedTooEarly(makeEvidence(parts))
  if (said === null) expect(message).toBeNull()
  else expect(message).toContain(said)
})
