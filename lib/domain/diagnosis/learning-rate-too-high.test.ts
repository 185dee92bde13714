import { expect, it } from 'vitest'
import { learningRateTooHigh } from './learning-rate-too-high.ts'
import { makeCurve, makeEvidence, type Parts } from './make-evidence.ts'

const run = (rate: number, losses: (number | null)[], optimizer = 'adam') => ({
  plan: { learningRates: losses.map(() => rate), optimizer },
  curve: makeCurve(losses, { learningRate: rate }),
})

it.each<[string, Parts, string | null]>([
  [
    'thrown off and not recovered',
    run(0.3, [3, 1, 0.6]),
    'was 3 in the first epoch and 0.6 in the last; a model that looks at no input gets 0.693',
  ],
  ['the least rate that is wild', run(0.03, [3, 1, 0.6]), 'learning rate of 0.03'],
  ['a usual rate: something else is wrong', run(0.029, [3, 1, 0.6]), null],
  ['a rate that is usual for sgd', run(0.5, [3, 1, 0.6], 'sgd'), null],
  ['a rate that is wild for momentum', run(0.1, [3, 1, 0.6], 'momentum'), 'Divide the learning rate by 10'],
  ['a first loss of 1.49 times knowing nothing', run(0.3, [1.03, 0.9, 0.6]), null],
  ['a first loss of 1.51 times knowing nothing', run(0.3, [1.05, 0.9, 0.6]), 'was 1.05'],
  ['recovered', run(0.3, [3, 1, 0.3]), null],
  ['passed', { ...run(0.3, [3, 1, 0.6]), publicMetric: 0.9 }, null],
  ['a locked plan', { ...run(0.3, [3, 1, 0.6]), writable: { training: false } }, null],
  [
    'a rare class weighed heavily, which makes any loss large',
    {
      ...run(0.3, [3, 1, 0.9]),
      labels: { kind: 'classes', names: ['ok', 'trip'], shares: [0.96, 0.04] },
      plan: { ...run(0.3, [1, 1, 1]).plan, classWeight: { 1: 100 } },
    },
    null,
  ],
  [
    'no number any more',
    { ...run(0.01, [0.6, null]), outcome: 'diverged', publicMetric: null, confusion: null },
    'In epoch 2 the loss was no finite number any more, at a learning rate of 0.01',
  ],
  [
    'no number any more, but good weights put back',
    { ...run(0.01, [0.6, null]), outcome: 'diverged', publicMetric: 0.9 },
    null,
  ],
])('%s', (_, parts, said) => {
  const message = learningRateTooHigh(makeEvidence(parts))
  if (said === null) expect(message).toBeNull()
  else expect(message).toContain(said)
})
