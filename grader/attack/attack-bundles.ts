import type { Bundle } from '#lib/catalogue/load-bundle.ts'
import { Dataset } from '#lib/contract/dataset.ts'
import { Exercise } from '#lib/contract/exercise.ts'
import type { Rows } from '#lib/contract/rows.ts'

const COLUMNS = 4
/** A value that stands in hidden rows only: nothing a learner sees may hold it. */
export const HIDDEN_CANARY = 7_351.25

const rows = (count: number, value: (i: number) => number): Rows => ({
  shape: [count, COLUMNS],
  data: Float32Array.from({ length: count * COLUMNS }, (_, i) => value(i)),
})
const labels = (count: number): Rows => ({
  shape: [count, 1],
  data: Float32Array.from({ length: count }, (_, i) => i % 2),
})

const common = {
  version: 1,
  module: 1,
  order: 1,
  title: 'Under attack',
  objective: 'Nothing a learner sends does harm.',
  minutes: 1,
  hints: ['One.', 'Two.', 'Three.'],
  mistake: { name: 'hostile', what: 'It attacks.', feedback: 'It is contained.' },
}
const blob = { sha256: '', shape: [] }
const split = { x: blob, y: blob }

/** A model exercise whose three slots are the learner's, on rows small enough to train in milliseconds. */
const model: Bundle = {
  exercise: Exercise.parse({
    ...common,
    kind: 'model',
    slug: 'attack-model',
    dataset: 'attack-rows',
    slots: { prepare: 'write', buildModel: 'write', training: 'write', functions: '-' },
    limits: { maxSeconds: 10 },
    task: 'multiclass',
    metric: 'accuracy',
    checks: [{ rule: 'rowwise', id: 'rowwise', level: 'must', points: 20, what: 'Rows are prepared one by one.' }],
    baseline: { score: 0.5, model: 'majority class' },
    passBar: 0.9,
    fullBar: 1,
  }),
  exerciseHash: 'none',
  readme: '',
  starter: '',
  dataset: {
    card: Dataset.parse({
      name: 'attack-rows',
      version: 1,
      title: 'Rows under attack',
      task: 'multiclass',
      shape: [COLUMNS],
      outputs: 2,
      classes: ['even', 'odd'],
      features: [],
      split: { train: 40, public: 16, private: 16 },
      synthetic: true,
      story: 'Made for the attacks.',
      origin: 'This test.',
      licence: 'CC0-1.0',
      source: { kind: 'generator' },
    }),
    published: {
      name: 'attack-rows',
      version: 1,
      hash: 'none',
      splits: { train: split, public: split, private: split },
    },
    splits: {
      train: { x: rows(40, (i) => i % 7), y: labels(40) },
      public: { x: rows(16, () => HIDDEN_CANARY), y: labels(16) },
      private: { x: rows(16, (i) => HIDDEN_CANARY + i), y: labels(16) },
    },
  },
  cases: null,
}

/** A by-hand exercise: double each number. */
const functions: Bundle = {
  exercise: Exercise.parse({
    ...common,
    kind: 'functions',
    slug: 'attack-functions',
    slots: { prepare: '-', buildModel: '-', training: '-', functions: 'write' },
    limits: { maxSeconds: 10 },
    task: 'functions',
    metric: 'cases',
    checks: [],
    visibleCases: 1,
    hiddenCases: 2,
    passBar: 1,
  }),
  exerciseHash: 'none',
  readme: '',
  starter: '',
  dataset: null,
  cases: {
    visible: [{ fn: 'first', args: [[1, 2]], expect: [2, 4] }],
    hidden: [
      { fn: 'first', args: [[HIDDEN_CANARY]], expect: [2 * HIDDEN_CANARY] },
      { fn: 'first', args: [[HIDDEN_CANARY, 0]], expect: [2 * HIDDEN_CANARY, 0] },
    ],
  },
}

export const ATTACK_BUNDLES = { model, functions } as const
