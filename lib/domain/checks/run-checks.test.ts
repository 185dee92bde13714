import { describe, expect, it } from 'vitest'
import { FunctionsCheckSpec, ModelCheckSpec } from './check-spec.ts'
import type { LayerFacts, ModelFacts } from './facts.ts'
import { runFunctionsChecks, runModelChecks } from './run-checks.ts'

const layer = (className: string, rest: Partial<LayerFacts> = {}): LayerFacts => ({
  className,
  wraps: null,
  units: null,
  activation: null,
  ...rest,
})
const dense = (units: number, activation: string) => layer('Dense', { units, activation })

const FACTS: ModelFacts = {
  layers: [dense(16, 'relu'), dense(3, 'softmax')],
  params: 275,
  preparedColumns: [
    { mean: 0.01, sd: 1 },
    { mean: -0.02, sd: 0.99 },
  ],
  columnNames: ['hue', 'proline'],
  rowwiseDifference: 1e-7,
  outputs: { wanted: 3, given: 3, sumToOne: true },
  augmented: false,
  loss: { first: 0.7, last: 0.2 },
  publicScore: { metric: 'rmse', value: 0.2, lastValue: 0.37 },
  confusion: {
    classes: ['ok', 'trip'],
    counts: [
      [90, 10],
      [4, 6],
    ],
  },
}

const run = (rule: object, facts: Partial<ModelFacts> = {}) => {
  const spec = ModelCheckSpec.parse({ id: 'x', level: 'must', points: 5, what: 'w', advice: 'Do this.', ...rule })
  const [outcome] = runModelChecks([spec], { ...FACTS, ...facts })
  return { passed: outcome?.passed, feedback: outcome?.feedback }
}

describe.each([
  {
    rule: { rule: 'rowwise' },
    right: [{}, { rowwiseDifference: 1e-4 }],
    wrong: [
      [{ rowwiseDifference: 0.25 }, /differ by up to 25 %\)\. Do this\.$/],
      [{ rowwiseDifference: Number.NaN }, /not a number/],
      [{ rowwiseDifference: Number.POSITIVE_INFINITY }, /not a number/],
    ],
  },
  {
    rule: { rule: 'scaled' },
    right: [{}],
    wrong: [
      [
        {
          preparedColumns: [
            { mean: 0, sd: 1 },
            { mean: 746.9, sd: 314.9 },
          ],
        },
        /^Column 2 \(proline\) .* mean 747 and standard deviation 315\. Do this\.$/,
      ],
      [{ preparedColumns: [{ mean: 0.11, sd: 1 }], columnNames: null }, /^Column 1 of/],
      [{ preparedColumns: [{ mean: 0, sd: Number.NaN }] }, /standard deviation NaN/],
      [{ preparedColumns: [{ mean: 0, sd: 0 }] }, /standard deviation 0/],
    ],
  },
  {
    rule: { rule: 'head' },
    right: [{}, { outputs: { wanted: 1, given: 1, sumToOne: false } }],
    wrong: [
      [{ outputs: { wanted: 3, given: 1, sumToOne: true } }, /gives 1 numbers a row; this task needs 3/],
      [{ outputs: { wanted: 3, given: 3, sumToOne: false } }, /do not sum to 1/],
    ],
  },
  {
    rule: { rule: 'hidden-layer' },
    right: [
      {},
      { layers: [dense(8, 'linear'), layer('Activation', { activation: 'tanh' }), dense(1, 'sigmoid')] },
      { layers: [dense(8, 'linear'), layer('LeakyReLU'), dense(1, 'sigmoid')] },
    ],
    wrong: [
      [{ layers: [dense(1, 'sigmoid')] }, /Your model has no hidden layer; 1 is asked for/],
      [{ layers: [dense(8, 'linear'), dense(1, 'sigmoid')] }, /1 hidden layer without an activation/],
      [{ layers: [dense(1, 'sigmoid'), layer('Activation', { activation: 'tanh' })] }, /no hidden layer/],
    ],
  },
  {
    rule: { rule: 'hidden-layer', min: 2 },
    right: [{ layers: [dense(8, 'relu'), dense(8, 'relu'), dense(1, 'sigmoid')] }],
    wrong: [[{}, /has 1 hidden layer; 2 are asked for/]],
  },
  {
    rule: { rule: 'has-layer', anyOf: ['GRU', 'LSTM'] },
    right: [{ layers: [layer('GRU')] }, { layers: [layer('Bidirectional', { wraps: 'LSTM' })] }],
    wrong: [
      [{}, /has no GRU or LSTM layer; its layers are: Dense\./],
      [{ layers: [layer('TimeDistributed', { wraps: 'Dense' })] }, /TimeDistributed\(Dense\)/],
    ],
  },
  {
    rule: { rule: 'max-params', max: 1000 },
    right: [{}, { params: 1000 }],
    wrong: [[{ params: 260066 }, /has 260,066 parameters, 259,066 more than the 1,000 allowed/]],
  },
  {
    rule: { rule: 'min-params', min: 275 },
    right: [{}],
    wrong: [[{ params: 274 }, /274 parameters; at least 275/]],
  },
  {
    rule: { rule: 'max-dense-units', max: 64 },
    right: [{}, { layers: [layer('Conv2D'), dense(64, 'relu')] }, { layers: [] }],
    wrong: [[{ layers: [dense(65, 'relu'), dense(3, 'softmax')] }, /65 units; at most 64/]],
  },
  {
    rule: { rule: 'loss-fell', to: 0.5 },
    right: [{}, { loss: { first: 1, last: 0.5 } }],
    wrong: [
      [{ loss: { first: 0.694, last: 0.691 } }, /from 0\.694 in the first epoch to 0\.691 in the last/],
      [{ loss: { first: 0.7, last: null } }, /is not a number/],
    ],
  },
  {
    rule: { rule: 'beats-last-value' },
    right: [{}, { publicScore: { metric: 'accuracy', value: 0.6, lastValue: 0.5 } }],
    wrong: [
      [{ publicScore: { metric: 'rmse', value: 0.4, lastValue: 0.37 } }, /has 0\.4, repeating the last value 0\.37/],
      [{ publicScore: { metric: 'rmse', value: 0.37, lastValue: 0.37 } }, /repeating/],
    ],
  },
  { rule: { rule: 'augmented' }, right: [{ augmented: true }], wrong: [[{}, /no `augment`/]] },
  {
    rule: { rule: 'recall', class: 1, min: 0.6 },
    right: [{}],
    wrong: [
      [
        {
          confusion: {
            classes: ['ok', 'trip'],
            counts: [
              [99, 1],
              [10, 0],
            ],
          },
        },
        /Of 10 public rows of class trip, your model finds 0 \(0 %\)/,
      ],
    ],
  },
  {
    rule: { rule: 'precision', class: 1, min: 0.375 },
    right: [{}],
    wrong: [
      [
        {
          confusion: {
            classes: ['ok', 'trip'],
            counts: [
              [80, 20],
              [4, 6],
            ],
          },
        },
        /calls 26 public rows trip, and is right about 6 \(23 %\)/,
      ],
      [
        {
          confusion: {
            classes: ['ok', 'trip'],
            counts: [
              [100, 0],
              [10, 0],
            ],
          },
        },
        /calls no public row trip/,
      ],
    ],
  },
] satisfies { rule: object; right: Partial<ModelFacts>[]; wrong: [Partial<ModelFacts>, RegExp][] }[])(
  '$rule',
  ({ rule, right, wrong }) => {
    it.each(right)('holds for %o', (facts: Partial<ModelFacts>) => {
      const { passed, feedback } = run(rule, facts)
      expect(passed).toBe(true)
      expect(feedback).not.toContain('Do this.')
    })
    it.each(wrong as [Partial<ModelFacts>, RegExp][])('fails for %o', (facts, said) => {
      const { passed, feedback } = run(rule, facts)
      expect(passed).toBe(false)
      expect(feedback).toMatch(said)
      expect(feedback).toMatch(/ Do this\.$/)
    })
  },
)

it('gives a check its points when it holds, none when it fails', () => {
  const spec = ModelCheckSpec.parse({
    id: 'params',
    rule: 'max-params',
    max: 10,
    level: 'should',
    points: 5,
    what: 'w',
  })
  const points = (params: number) => runModelChecks([spec], { ...FACTS, params })[0]
  expect(points(10)).toMatchObject({ id: 'params', level: 'should', points: 5, maxPoints: 5, what: 'w' })
  expect(points(11)).toMatchObject({ passed: false, points: 0, maxPoints: 5 })
})

describe('by-hand rules', () => {
  const specs = ['pure', 'finite'].map((rule) =>
    FunctionsCheckSpec.parse({ id: rule, rule, level: 'must', points: 0, what: 'w' }),
  )
  it.each([
    { facts: { mutated: [], nonFinite: [] }, passed: [true, true], said: /leave/ },
    { facts: { mutated: ['update', 'update'], nonFinite: [] }, passed: [false, true], said: /^`update` changed/ },
    { facts: { mutated: [], nonFinite: ['softmax'] }, passed: [true, false], said: /leave/ },
  ])('$facts', ({ facts, passed, said }) => {
    const outcomes = runFunctionsChecks(specs, { ...facts, visible: [] })
    expect(outcomes.map((outcome) => outcome.passed)).toEqual(passed)
    expect(outcomes[0]?.feedback).toMatch(said)
  })
})
