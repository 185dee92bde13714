import { expect, it } from 'vitest'
import { inputsNotScaled } from './inputs-not-scaled.ts'
import { dense, makeEvidence, type Parts } from './make-evidence.ts'

const columns = (...pairs: [number, number][]) => ({ rows: { columns: pairs.map(([mean, sd]) => ({ mean, sd })) } })
const normalised = { layers: [{ ...dense(null, 16), className: 'BatchNormalization' }, dense('sigmoid', 1)] }

it.each<[string, Parts, string | null]>([
  ['a mean of 10', columns([0, 1], [10, 1]), null],
  ['a mean of 10.1', columns([0, 1], [10.1, 1]), 'silica has mean 10.1 and standard deviation 1'],
  ['a mean of −11', columns([-11, 1], [0, 1]), 'iron has mean -11'],
  ['a standard deviation of 10', columns([0, 10], [0, 1]), null],
  ['a standard deviation of 11', columns([0, 11], [0, 1]), 'standard deviation 11'],
  ['spreads 99 times apart', columns([0, 0.99], [0, 0.01]), null],
  ['spreads 101 times apart', columns([0, 1.01], [0, 0.01]), 'iron spreads 101 times as widely as silica'],
  ['a constant column', columns([0, 1], [0, 0]), null],
  ['a run that passes all the same', { ...columns([500, 1], [0, 1]), publicMetric: 0.9 }, null],
  ['batch normalisation in the network', { ...columns([500, 1], [0, 1]), ...normalised }, null],
  ['token ids', { ...columns([500, 1]), layers: [{ ...dense(null, 8), className: 'Embedding' }] }, null],
  [
    'a locked prepare',
    { ...columns([500, 1], [0, 1]), writable: { prepare: false } },
    'begin with `batchNormalization`',
  ],
  [
    'nothing that could be changed',
    { ...columns([500, 1], [0, 1]), writable: { prepare: false, buildModel: false } },
    null,
  ],
  ['columns without names', { rows: { ...columns([500, 1]).rows, columnNames: null } }, 'column 1 has mean 500'],
])('%s', (_, parts, said) => {
  const message = inputsNotScaled(makeEvidence(parts))
  if (said === null) expect(message).toBeNull()
  else expect(message).toContain(said)
})
