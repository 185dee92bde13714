import { expect, it } from 'vitest'
import { dense, makeEvidence, type Parts } from './make-evidence.ts'
import { wrongOutputHead } from './wrong-output-head.ts'

const head = (activation: string | null, units = 1) => ({ layers: [dense('relu', 16), dense(activation, units)] })
const three = { labels: { kind: 'classes', names: ['a', 'b', 'c'], shares: [0.4, 0.3, 0.3] } } as const
const threeWay = {
  labels: { ...three.labels, names: [...three.labels.names], shares: [...three.labels.shares] },
  plan: { loss: 'categoricalCrossentropy' },
}
const grades = (min: number, max: number, scaleTarget = false) => ({
  labels: { kind: 'numbers' as const, mean: (min + max) / 2, sd: (max - min) / 4, min, max },
  plan: { loss: 'meanSquaredError', scaleTarget },
  confusion: null,
  exercise: { metric: 'rmse' as const, passBar: 0.3, fullBar: 0.2 },
})

it.each<[string, Parts, string | null]>([
  ['a sigmoid for two classes', head('sigmoid'), null],
  ['a softmax of one', head('softmax'), 'a single one always says 1'],
  ['no activation for two classes', head(null), 'ends with `linear`'],
  ['tanh for two classes', head('tanh'), 'Use `sigmoid`'],
  ['a softmax for three', { ...head('softmax', 3), ...threeWay }, null],
  ['sigmoids for three, which rank them well enough', { ...head('sigmoid', 3), ...threeWay }, null],
  ['relu for three', { ...head('relu', 3), ...threeWay }, 'Use `softmax`'],
  ['relu for three that passes all the same', { ...head('relu', 3), ...threeWay, publicMetric: 0.91 }, null],
  ['relu for three in a locked model', { ...head('relu', 3), ...threeWay, writable: { buildModel: false } }, null],
  ['squared error, which takes no logarithm', { ...head(null), plan: { loss: 'meanSquaredError' } }, null],
  ['a last layer that is none of ours to judge', { layers: [{ ...dense(null, 1), className: 'Reshape' }] }, null],
  [
    'an activation layer at the end',
    { layers: [dense(null, 1), { ...dense('relu', 1), className: 'Activation' }] },
    '`relu`',
  ],
  ['numbers, no activation', { ...head(null), ...grades(-1, 1) }, null],
  ['relu, targets from 0', { ...head('relu'), ...grades(0, 5) }, null],
  ['relu, targets a little below 0', { ...head('relu'), ...grades(-0.2, 5) }, null],
  [
    'relu, targets below 0',
    { ...head('relu'), ...grades(-1, 1) },
    'nothing below 0; the training targets run from -1 to 1',
  ],
  [
    'relu, targets scaled to below 0',
    { ...head('relu'), ...grades(0, 5, true) },
    'scaled training targets run from -2 to 2',
  ],
  ['sigmoid, targets from 0 to 1', { ...head('sigmoid'), ...grades(0, 1) }, null],
  ['sigmoid, targets near 64', { ...head('sigmoid'), ...grades(60, 68) }, 'only numbers from 0 to 1'],
  ['tanh, targets from -1 to 1', { ...head('tanh'), ...grades(-1, 1) }, null],
])('%s', (_, parts, said) => {
  const message = wrongOutputHead(makeEvidence(parts))
  if (said === null) expect(message).toBeNull()
  else expect(message).toContain(said)
})
