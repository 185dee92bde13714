import { expect, it } from 'vitest'
import { dense, makeCurve, makeEvidence, type Parts } from './make-evidence.ts'
import { overfitting } from './overfitting.ts'

const lead = (metric: number, publicMetric: number) => ({ publicMetric, curve: makeCurve([0.6, 0.1], { metric }) })
const rmse = (train: number, fresh: number) => ({
  ...lead(train, fresh),
  exercise: { metric: 'rmse' as const, passBar: 62, fullBar: 56 },
})
/** Validation losses, and an accuracy of 0.99 on the training rows. */
const validated = (valLosses: number[], valMetric: number, publicMetric: number) => ({
  publicMetric,
  curve: valLosses.flatMap((valLoss, i) =>
    makeCurve([0.1], { metric: 0.99, valLoss, valMetric }).map((point) => ({ ...point, epoch: i + 1 })),
  ),
})
const normalised = { layers: [{ ...dense(null, 16), className: 'BatchNormalization' }, dense('sigmoid', 1)] }

it.each<[string, Parts, string | null]>([
  ['a lead of 0.14', lead(0.9, 0.76), null],
  ['a lead of 0.16', lead(0.9, 0.74), '0.9 on the training rows and 0.74 on public rows: a lead of 16 %'],
  ['the same on 30 rows, which may be chance', { ...lead(0.9, 0.74), rows: { public: 30 } }, null],
  ['far ahead, but further from the bar on the training rows too', lead(0.7, 0.54), null],
  ['the full bar', { ...lead(1, 0.8), exercise: { fullBar: 0.8, passBar: 0.7 } }, null],
  ['an error of 0.61 times the one on new rows', rmse(61, 100), null],
  ['an error of 0.59 times the one on new rows', rmse(59, 100), 'root mean squared error is 59'],
  ['a lead over public rows alone', validated([0.3, 0.3], 0.97, 0.8), null],
  ['a lead over both', validated([0.3, 0.3], 0.8, 0.8), '0.8 on validation rows'],
  [
    'a smaller lead, and a loss that has turned',
    validated([0.5, 0.3, 0.34], 0.88, 0.88),
    'lowest in epoch 2 and rose from there',
  ],
  ['a smaller lead, and a loss that has not', validated([0.5, 0.3, 0.33], 0.88, 0.88), null],
  ['batch normalisation that has not settled', { ...lead(1, 0.5), ...normalised, training: { steps: 499 } }, null],
  ['batch normalisation that has', { ...lead(1, 0.5), ...normalised, training: { steps: 500 } }, 'by heart'],
  ['images', { ...lead(1, 0.5), rows: { shape: [8, 8, 1] } }, 'or `augment`'],
  ['nothing that could be changed', { ...lead(1, 0.5), writable: { buildModel: false, training: false } }, null],
  ['a table', lead(0.9, 0.74), 'Try a smaller network, `dropout` or `l2`'],
  ['a network that must be large', { ...lead(0.9, 0.74), exercise: { minParams: 5000 } }, 'Try `dropout` or `l2`'],
  ['a locked model', { ...lead(1, 0.5), writable: { buildModel: false } }, 'Try `earlyStopping`'],
])('%s', (_, parts, said) => {
  const message = overfitting(makeEvidence(parts))
  if (said === null) expect(message).toBeNull()
  else expect(message).toContain(said)
})
