import { describe, expect, it } from 'vitest'
import { parsePlan } from './parse-plan.ts'
import { tabulatePlan } from './tabulate-plan.ts'

const good = { optimizer: 'adam', learningRate: 0.01, epochs: 3, batchSize: 32 }
/** As it arrives: tabulated beside the learner's code, then through JSON. */
const read = (
  config: object,
  task: 'binary' | 'multiclass' | 'regression' | 'forecast' = 'binary',
  maxEpochs?: number,
) =>
  parsePlan(
    JSON.parse(JSON.stringify(tabulatePlan(config, { task, limits: { maxEpochs } }))),
    task,
    maxEpochs === undefined ? {} : { maxEpochs },
  )

describe('a sound config', () => {
  it.each([
    ['binary', 'binaryCrossentropy'],
    ['multiclass', 'categoricalCrossentropy'],
    ['regression', 'meanSquaredError'],
    ['forecast', 'meanSquaredError'],
  ] as const)('of a %s task gets the loss %s', (task, loss) => {
    expect(read(good, task)).toEqual({
      ok: true,
      plan: { loss, optimizer: 'adam', learningRates: [0.01, 0.01, 0.01], epochs: 3, batchSize: 32 },
    })
  })

  it('has its schedule tabulated, epochs counted from 0', () => {
    const result = read({ ...good, learningRate: (epoch: number, epochs: number) => 0.1 * (1 - epoch / epochs) })
    expect(result.ok && result.plan.learningRates.map((rate) => rate.toFixed(3))).toEqual(['0.100', '0.067', '0.033'])
  })

  it('keeps everything it sets', () => {
    const full = {
      ...good,
      loss: 'meanSquaredError',
      momentum: 0.8,
      validationSplit: 0.25,
      classWeight: { 0: 1, 1: 7.5 },
      earlyStopping: { patience: 4, restoreBest: true },
      clipNorm: 1,
      augment: ['flipX', { op: 'shift', pixels: 2 }],
    }
    const { learningRate: _, ...kept } = full
    expect(read(full)).toEqual({ ok: true, plan: { ...kept, learningRates: [0.01, 0.01, 0.01] } })
  })
})

describe('a wrong value is named, with what it should be', () => {
  it.each([
    [{ epochs: 1e9 }, '`epochs` is 1000000000', 'At most 10000'],
    [{ epochs: 2.5 }, '`epochs` is 2.5', 'whole number'],
    [{ epochs: undefined }, '`epochs` is missing', 'whole number'],
    [{ batchSize: -3 }, '`batchSize` is -3', 'from 1'],
    [{ batchSize: '32' }, '`batchSize` is "32"', 'whole number'],
    [{ learningRate: Number.NaN }, '`learningRate` is NaN', 'above 0'],
    [{ learningRate: Number.POSITIVE_INFINITY }, '`learningRate` is Infinity', 'above 0'],
    [{ learningRate: 0 }, '`learningRate` is 0', 'above 0'],
    [{ learningRate: undefined }, '`learningRate` is missing', 'above 0'],
    [
      { learningRate: (e: number) => (e === 2 ? 0 / 0 : 0.1) },
      '`learningRate(2, 3)` is NaN',
      'every epoch from 0 to 2',
    ],
    [{ learningRate: (e: number) => 0.2 - 0.1 * e }, '`learningRate(2, 3)` is 0', 'above 0'],
    [{ learningRate: () => 0.1, epochs: 1e9 }, '`epochs` is 1000000000', 'At most 10000'],
    [
      { optimizer: 'adamw' },
      '`optimizer` is "adamw"',
      "'sgd', 'momentum', 'rmsprop', 'adagrad', 'adadelta', 'adam', 'adamax'",
    ],
    [{ loss: 'crossentropy' }, '`loss` is "crossentropy"', "'binaryCrossentropy'"],
    [{ loss: 'categoricalCrossentropy' }, "`loss` is 'categoricalCrossentropy'", "Use 'binaryCrossentropy'"],
    [{ validationSplit: 1 }, '`validationSplit` is 1', 'between 0 and 1'],
    [{ earlyStopping: { patience: 3 } }, 'no `validationSplit`', 'validationSplit: 0.2'],
    [{ earlyStopping: { patience: 0 }, validationSplit: 0.2 }, '`earlyStopping.patience` is 0', 'from 1'],
    [{ earlyStopping: { monitor: 'loss' }, validationSplit: 0.2 }, 'no field `monitor`', 'patience and restoreBest'],
    [{ classWeight: { 2: 1 } }, '`classWeight` has the class "2"', '0 to 1'],
    [{ classWeight: { 1: -1 } }, '`classWeight[1]` is -1', 'from 0'],
    [{ classWeight: 'equal' }, '`classWeight` is "equal"', "'balanced'"],
    [{ scaleTarget: true }, 'predicts classes', 'Leave it out'],
    [{ clipNorm: 0 }, '`clipNorm` is 0', 'above 0'],
    [{ momentum: 2 }, '`momentum` is 2', 'from 0 to 1'],
    [{ augment: ['mirror'] }, '`augment[0]` is "mirror"', "'flipX'"],
    [{ augment: [{ op: 'shift', pixels: 99 }] }, '`augment[0]`', 'pixels: 2'],
    [{ learning_rate: 0.1 }, 'no field `learning_rate`', 'Did you mean `learningRate`?'],
    [{ callbacks: [] }, 'no field `callbacks`', 'Its fields are'],
  ])('%o', (change, message, hint) => {
    const result = read({ ...good, ...change })
    expect(result).toMatchObject({
      ok: false,
      message: expect.stringContaining(message),
      hint: expect.stringContaining(hint),
    })
  })

  it('names the limit of the exercise', () => {
    expect(read({ ...good, epochs: 61 }, 'binary', 60)).toMatchObject({
      ok: false,
      hint: 'This exercise allows at most 60.',
    })
    expect(read({ ...good, epochs: 60 }, 'binary', 60)).toMatchObject({ ok: true })
  })

  it('refuses losses for classes where a number is predicted', () => {
    expect(read({ ...good, loss: 'binaryCrossentropy' }, 'regression')).toMatchObject({ ok: false })
    expect(read({ ...good, classWeight: 'balanced' }, 'forecast')).toMatchObject({ ok: false })
    expect(read({ ...good, scaleTarget: true }, 'forecast')).toMatchObject({ ok: true })
  })

  it.each([[null], [7], ['x'], [[]]])('refuses %o', (raw) => {
    expect(parsePlan(raw, 'binary', {})).toMatchObject({ ok: false })
  })
})
