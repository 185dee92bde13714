import type { CurvePoint, Evidence } from './evidence.ts'

export type Parts = {
  [K in keyof Evidence]?: Evidence[K] extends unknown[] | string | number | null ? Evidence[K] : Partial<Evidence[K]>
}

/**
 * For the tables beside the rules: a run below its pass bar that nothing can be said of. 20 of 40 epochs, a loss at
 * rest at 0.4, accuracy 0.95 on the training rows and 0.85 on 400 public ones. `parts` change single facts.
 */
export function makeEvidence(parts: Parts = {}): Evidence {
  const epochs = parts.training?.epochsRun ?? 20
  const base: Evidence = {
    exercise: {
      slug: 'an-exercise',
      metric: 'accuracy',
      passBar: 0.9,
      fullBar: 0.95,
      maxEpochs: 40,
      mistake: { name: 'the-usual', feedback: 'You did the usual.' },
    },
    writable: { prepare: true, buildModel: true, training: true },
    rows: {
      shape: [2],
      train: 1000,
      public: 400,
      columns: [
        { mean: 0, sd: 1 },
        { mean: 0, sd: 1 },
      ],
      columnNames: ['iron', 'silica'],
      rowwiseDifference: 0,
    },
    labels: { kind: 'classes', names: ['waste', 'ore'], shares: [0.5, 0.5] },
    layers: [dense('relu', 16), dense('sigmoid', 1)],
    plan: { loss: 'binaryCrossentropy', optimizer: 'adam', learningRates: new Array(epochs).fill(0.01), epochs },
    outcome: 'completed',
    training: { epochsRun: epochs, bestEpoch: epochs, restoredBest: false, steps: 1000 },
    curve: makeCurve(Array.from({ length: epochs }, (_, i) => (i === 0 ? 0.6 : 0.4))),
    publicMetric: 0.85,
    confusion: [
      [170, 30],
      [30, 170],
    ],
    failedChecks: [],
  }
  const merged = Object.entries(parts).map(([key, part]) => {
    const merges = typeof part === 'object' && part !== null && !Array.isArray(part)
    return [key, merges ? { ...(base[key as keyof Evidence] as object), ...part } : part]
  })
  return { ...base, ...(Object.fromEntries(merged) as Partial<Evidence>) }
}

/** One point an epoch, each with the given facts. */
export const makeCurve = (
  losses: readonly (number | null)[],
  facts: Partial<Omit<CurvePoint, 'epoch' | 'loss'>> = {},
): CurvePoint[] =>
  losses.map((loss, i) => ({
    epoch: i + 1,
    loss,
    metric: 0.95,
    valLoss: null,
    valMetric: null,
    learningRate: 0.01,
    layers: [makeLayer('hidden'), makeLayer('head')],
    ...facts,
  }))

export const makeLayer = (
  name: string,
  facts: Partial<CurvePoint['layers'][number]> = {},
): CurvePoint['layers'][number] => ({
  name,
  gradientNorm: 0.1,
  deadShare: null,
  saturatedShare: null,
  ...facts,
})

export const dense = (activation: string | null, units: number): Evidence['layers'][number] => ({
  name: `dense of ${units}`,
  className: 'Dense',
  wraps: null,
  units,
  activation,
})

/** `count` losses from `from`, each smaller by the share `fall`. */
export const falling = (from: number, fall: number, count: number): number[] =>
  Array.from({ length: count }, (_, i) => from * (1 - fall) ** i)
