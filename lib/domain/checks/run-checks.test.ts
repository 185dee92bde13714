import { describe, expect, it } from 'vitest'
import { FunctionsCheckSpec, ModelCheckSpec } from './check-spec.ts'
import type { BuiltLayerFacts, FunctionsFacts, ModelFacts } from './facts.ts'
import { runFunctionsChecks, runModelChecks } from './run-checks.ts'

const layer = (className: string, rest: Partial<BuiltLayerFacts> = {}): BuiltLayerFacts => ({
  className,
  wraps: null,
  units: null,
  activation: null,
  useBias: null,
  regularised: false,
  ...rest,
})
const dense = (units: number, activation: string) => layer('Dense', { units, activation, useBias: true })
const numbers = (...values: number[]) => values.map((value, i) => ({ name: `layer ${i + 1}`, value }))

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
  stopsEarly: false,
  learningRates: [0.01, 0.005, 0.0025],
  losses: [0.7, 0.4, 0.2],
  gradientNorms: numbers(0.5, 0.2, 1),
  startSpreads: numbers(1, 0.5, 0.4),
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
    rule: { rule: 'hidden-layer', min: 2, activation: 'relu' },
    right: [
      { layers: [dense(8, 'relu'), dense(8, 'linear'), layer('ReLU'), dense(1, 'sigmoid')] },
      { layers: [dense(8, 'relu'), dense(8, 'tanh'), dense(8, 'relu'), dense(1, 'sigmoid')] },
    ],
    wrong: [
      [
        { layers: [dense(8, 'tanh'), dense(8, 'relu'), dense(1, 'relu')] },
        /has 1 hidden layer with relu; 2 are asked for/,
      ],
      [{ layers: [dense(8, 'relu'), dense(8, 'linear'), dense(1, 'sigmoid')] }, /1 hidden layer without an activation/],
    ],
  },
  {
    rule: { rule: 'lacks-layer', noneOf: ['BatchNormalization'] },
    right: [{}, { layers: [] }],
    wrong: [
      [{ layers: [dense(8, 'relu'), layer('BatchNormalization')] }, /^Your model has BatchNormalization\./],
      [
        { layers: [layer('TimeDistributed', { wraps: 'BatchNormalization' })] },
        /TimeDistributed\(BatchNormalization\)/,
      ],
    ],
  },
  {
    rule: { rule: 'no-idle-bias' },
    right: [
      {},
      { layers: [layer('BatchNormalization'), dense(8, 'relu')] },
      { layers: [layer('Dense', { activation: 'linear', useBias: false }), layer('BatchNormalization')] },
      // A bias before a relu moves its corner, which the normalisation behind it cannot undo.
      { layers: [dense(8, 'relu'), layer('BatchNormalization')] },
    ],
    wrong: [
      [{ layers: [dense(8, 'linear'), layer('BatchNormalization'), layer('ReLU')] }, /^1 layer has a bias/],
      [
        {
          layers: [
            layer('Conv2D', { activation: 'linear', useBias: true }),
            layer('BatchNormalization'),
            dense(8, 'linear'),
            layer('BatchNormalization'),
          ],
        },
        /^2 layers have a bias/,
      ],
    ],
  },
  {
    rule: { rule: 'regularised' },
    right: [
      { layers: [dense(8, 'relu'), layer('Dropout'), dense(1, 'linear')] },
      { layers: [layer('Dense', { regularised: true })] },
    ],
    wrong: [[{}, /no dropout layer and no layer with an l1 or l2 penalty/]],
  },
  {
    rule: { rule: 'output-range', low: -1, high: 1 },
    right: [
      { layers: [dense(1, 'linear')] },
      { layers: [dense(1, 'tanh')] },
      { layers: [dense(1, 'linear'), layer('LeakyReLU')] },
      { layers: [dense(1, 'elu')] },
    ],
    wrong: [
      [{ layers: [dense(1, 'sigmoid')] }, /can say only numbers from 0 to 1; answers from -1 to 1/],
      [{ layers: [dense(1, 'linear'), layer('ReLU')] }, /can say nothing below 0/],
    ],
  },
  { rule: { rule: 'stops-early' }, right: [{ stopsEarly: true }], wrong: [[{}, /no `earlyStopping`/]] },
  {
    rule: { rule: 'falling-rate', to: 0.25 },
    right: [{}, { learningRates: [0.001, 0.1, 0.02] }],
    wrong: [
      [{ learningRates: [0.01, 0.01] }, /0\.01 at its peak and in the last epoch alike/],
      [{ learningRates: [0.01, 0.001, 0.003] }, /0\.01 at its peak and 0\.003 in the last epoch/],
    ],
  },
  {
    rule: { rule: 'falling-loss' },
    right: [{}, { losses: [0.7, 0.9, 0.2] }],
    wrong: [
      [{ losses: [0.7, 0.2, 0.4] }, /was 0\.2 in epoch 2 and is 0\.4 in the last one/],
      [{ losses: [0.7, null] }, /left the range of numbers/],
    ],
  },
  {
    rule: { rule: 'gradient-flow', min: 0.01 },
    right: [{}, { gradientNorms: numbers(0.02, 1, 0) }],
    wrong: [
      [{ gradientNorms: numbers(0.00001, 0.01, 1) }, /gradient of layer 1 is 0\.00001 times that of layer 3/],
      [{ gradientNorms: numbers(Number.NaN, 1) }, /is NaN times/],
      [{ gradientNorms: [] }, /No gradient/],
    ],
  },
  {
    rule: { rule: 'signal-spread', within: 10 },
    right: [{}, { startSpreads: numbers(1, 10) }, { startSpreads: numbers(1, 0.1) }],
    wrong: [
      [{ startSpreads: numbers(0.02, 1e-12) }, /of layer 1 .* 0\.02, those of layer 2 of 1e-12: 5e-11 times/],
      [{ startSpreads: numbers(1, 11) }, /11 times/],
      [{ startSpreads: numbers(1, Number.NaN) }, /NaN times/],
      [{ startSpreads: numbers(0, 0) }, /layer 1 answers the same to every row/],
      [{ startSpreads: numbers(1) }, /no two hidden layers/],
    ],
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
  const specs = [
    { rule: 'pure' },
    { rule: 'finite' },
    { rule: 'gradcheck', forward: 'forward', output: 'p', loss: 'loss', backward: 'backward' },
  ].map((rule) => FunctionsCheckSpec.parse({ id: rule.rule, level: 'must', points: 0, what: 'w', ...rule }))
  const facts: FunctionsFacts = {
    mutated: [],
    nonFinite: [],
    visible: [],
    gradients: { ok: true, rows: 3, entries: entries(1, 1) },
  }
  const findings = (changed: Partial<FunctionsFacts>) => runFunctionsChecks(specs, { ...facts, ...changed })

  it.each([
    { facts: {}, passed: [true, true, true], said: /leave/ },
    { facts: { mutated: ['update', 'update'] }, passed: [false, true, true], said: /^`update` changed/ },
    { facts: { nonFinite: ['softmax'] }, passed: [true, false, true], said: /leave/ },
  ])('$facts', ({ facts, passed, said }) => {
    const outcomes = findings(facts)
    expect(outcomes.map((outcome) => outcome.passed)).toEqual(passed)
    expect(outcomes[0]?.feedback).toMatch(said)
  })

  it.each<[string, FunctionsFacts['gradients'], boolean, RegExp]>([
    ['agreement', { ok: true, rows: 3, entries: entries(1, 1.000001) }, true, /agree/],
    ['one wrong entry', { ok: true, rows: 3, entries: entries(1, 1.1) }, false, /`dW1\[0\]\[1\]` is -0\.22.* of -0\.2/],
    ['a sum for a mean', { ok: true, rows: 3, entries: entries(3, 3) }, false, /3 times .*the batch has 3 rows/],
    [
      'a sign',
      { ok: true, rows: 3, entries: entries(-1, -1) },
      false,
      /-1 times what finite differences of your loss give\./,
    ],
    ['zeros', { ok: true, rows: 3, entries: entries(0, 0) }, false, /is 0; nudging/],
    [
      'a loss of 0',
      { ok: true, rows: 3, entries: [{ path: 'db1[0]', given: 0, measured: 0 }] },
      false,
      /stays the same/,
    ],
    ['no answer', { ok: false, reason: '`loss` does not answer a number.' }, false, /does not answer/],
  ])('gradcheck: %s', (_, gradients, passed, said) => {
    const outcome = findings({ gradients })[2]
    expect(outcome?.passed).toBe(passed)
    expect(outcome?.feedback).toMatch(said)
  })

  /** Two entries, each its right value times a factor. */
  function entries(first: number, second: number) {
    return [
      { path: 'dW1[0][0]', given: 0.1 * first, measured: 0.1 },
      { path: 'dW1[0][1]', given: -0.2 * second, measured: -0.2 },
    ]
  }
})
