import { z } from 'zod'
import type { Limits, Task } from './exercise.ts'
import { Augmentation, LOSSES, OPTIMIZERS, TrainingPlan } from './plan.ts'
import { MAX_EPOCHS } from './tabulate-plan.ts'

export type PlanResult = { ok: true; plan: TrainingPlan } | { ok: false; message: string; hint: string }
type ModelTask = Exclude<Task, 'functions'>
type Loss = TrainingPlan['loss']

const DEFAULT_LOSS: Record<ModelTask, Loss> = {
  binary: 'binaryCrossentropy',
  multiclass: 'categoricalCrossentropy',
  regression: 'meanSquaredError',
  forecast: 'meanSquaredError',
}

const FIELDS = [
  ...['loss', 'optimizer', 'learningRate', 'learningRates', 'momentum', 'epochs', 'batchSize', 'validationSplit'],
  ...['classWeight', 'earlyStopping', 'scaleTarget', 'clipNorm', 'augment'],
]

class PlanFault extends Error {
  constructor(
    message: string,
    readonly hint: string,
  ) {
    super(message)
  }
}

/**
 * Judges what `tabulatePlan` made of a learner's training config and fills in the defaults. A wrong value is answered
 * in the learner's words: the field, the value, and what it should be.
 */
export function parsePlan(raw: unknown, task: ModelTask, limits: Pick<Limits, 'maxEpochs'>): PlanResult {
  try {
    const config = z.record(z.string(), z.unknown()).safeParse(raw)
    if (!config.success)
      throw new PlanFault(
        '`training` is not a training configuration.',
        "Give an object such as { optimizer: 'adam', learningRate: 0.01, epochs: 20, batchSize: 32 }.",
      )
    const plan = planFrom(config.data, task, limits)
    return { ok: true, plan: TrainingPlan.parse(plan) }
  } catch (error) {
    if (error instanceof PlanFault) return { ok: false, message: error.message, hint: error.hint }
    throw error
  }
}

function planFrom(config: Record<string, unknown>, task: ModelTask, limits: Pick<Limits, 'maxEpochs'>) {
  for (const name of Object.keys(config)) if (!FIELDS.includes(name)) throw unknownField(name)
  const epochs = epochsOf(config.epochs, limits.maxEpochs)
  const validationSplit = optional(config.validationSplit, (value) =>
    number('validationSplit', value, 'a share between 0 and 1, such as 0.2', (n) => n > 0 && n < 1),
  )
  const classification = task === 'binary' || task === 'multiclass'
  return {
    loss: lossFor(config.loss, task),
    optimizer: oneOf('optimizer', config.optimizer, OPTIMIZERS),
    learningRates: learningRatesOf(config, epochs),
    momentum: optional(config.momentum, (value) =>
      number('momentum', value, 'a number from 0 to 1; 0.9 is usual', (n) => n >= 0 && n <= 1),
    ),
    epochs,
    batchSize: number('batchSize', config.batchSize, 'a whole number from 1 to 65536; 32 is usual', whole(1, 65_536)),
    validationSplit,
    classWeight: optional(config.classWeight, (value) => classWeightOf(value, task, classification)),
    earlyStopping: optional(config.earlyStopping, (value) => earlyStoppingOf(value, validationSplit)),
    scaleTarget: optional(config.scaleTarget, (value) => scaleTargetOf(value, classification)),
    clipNorm: optional(config.clipNorm, (value) =>
      number('clipNorm', value, 'a number above 0; 1 is usual', (n) => n > 0),
    ),
    augment: optional(config.augment, augmentOf),
  }
}

const whole = (low: number, high: number) => (n: number) => Number.isInteger(n) && n >= low && n <= high

/** Missing and null are the same: not set. */
const optional = <T>(value: unknown, read: (value: unknown) => T): T | undefined =>
  value === undefined || value === null ? undefined : read(value)

/** As the learner wrote it, near enough. */
function shown(value: unknown): string {
  if (value === undefined) return 'missing'
  if (value === 'NaN' || value === 'Infinity' || value === '-Infinity' || value === 'a function') return value
  return (JSON.stringify(value) ?? String(value)).slice(0, 80)
}

function number(field: string, value: unknown, want: string, fits: (n: number) => boolean): number {
  if (typeof value === 'number' && Number.isFinite(value) && fits(value)) return value
  throw new PlanFault(`\`${field}\` is ${shown(value)}.`, `It should be ${want}.`)
}

function oneOf<const T extends readonly string[]>(field: string, value: unknown, known: T): T[number] {
  const found = known.find((name) => name === value)
  if (found !== undefined) return found
  throw new PlanFault(`\`${field}\` is ${shown(value)}.`, `It should be one of ${quoted(known)}.`)
}

const quoted = (names: readonly string[]): string => names.map((name) => `'${name}'`).join(', ')

function unknownField(name: string): PlanFault {
  const bare = (text: string) => text.toLowerCase().replace(/[^a-z]/g, '')
  const meant = { lr: 'learningRate', clipvalue: 'clipNorm', patience: 'earlyStopping' }[bare(name)]
  const near =
    meant ?? FIELDS.find((field) => field !== 'learningRates' && bare(field).startsWith(bare(name).slice(0, 5)))
  return new PlanFault(
    `\`training\` has no field \`${name.slice(0, 60)}\`.`,
    near ? `Did you mean \`${near}\`?` : `Its fields are ${FIELDS.filter((f) => f !== 'learningRates').join(', ')}.`,
  )
}

function epochsOf(value: unknown, maxEpochs: number | undefined): number {
  const most = Math.min(maxEpochs ?? MAX_EPOCHS, MAX_EPOCHS)
  const epochs = number('epochs', value, `a whole number from 1 to ${most}`, (n) => Number.isInteger(n) && n >= 1)
  if (epochs <= most) return epochs
  throw new PlanFault(
    `\`epochs\` is ${epochs}.`,
    `${maxEpochs === undefined ? 'At most' : 'This exercise allows at most'} ${most}.`,
  )
}

const RATE = 'a number above 0 and at most 1000; 0.001 is a usual start for adam'

function learningRatesOf(config: Record<string, unknown>, epochs: number): number[] {
  const fits = (n: number) => n > 0 && n <= 1000
  if (config.learningRates === undefined)
    return Array.from({ length: epochs }, () => number('learningRate', config.learningRate, RATE, fits))
  const rates = config.learningRates
  if (!Array.isArray(rates) || rates.length !== epochs)
    throw new PlanFault(
      '`learningRate` does not give one number for each epoch.',
      `It should be ${RATE}, or a function that gives one.`,
    )
  return rates.map((rate, epoch) => {
    if (typeof rate === 'number' && fits(rate)) return rate
    throw new PlanFault(
      `\`learningRate(${epoch}, ${epochs})\` is ${shown(rate)}.`,
      `For every epoch from 0 to ${epochs - 1} it should give ${RATE}.`,
    )
  })
}

function lossFor(value: unknown, task: ModelTask): Loss {
  const loss = optional(value, (given) => oneOf('loss', given, LOSSES)) ?? DEFAULT_LOSS[task]
  const right = DEFAULT_LOSS[task]
  const crossEntropy = loss === 'binaryCrossentropy' || loss === 'categoricalCrossentropy'
  if (crossEntropy && (task === 'regression' || task === 'forecast'))
    throw new PlanFault(`\`loss\` is '${loss}', which is for classes; this task predicts a number.`, `Use '${right}'.`)
  if (loss === 'categoricalCrossentropy' && task === 'binary')
    throw new PlanFault(
      "`loss` is 'categoricalCrossentropy', which needs one output for each class; this task has a single output.",
      `Use '${right}'.`,
    )
  return loss
}

function classWeightOf(value: unknown, task: ModelTask, classification: boolean): TrainingPlan['classWeight'] {
  if (!classification) throw new PlanFault('`classWeight` is set, but this task has no classes.', 'Leave it out.')
  if (value === 'balanced') return value
  const weights = z.record(z.string(), z.unknown()).safeParse(value)
  if (!weights.success)
    throw new PlanFault(
      `\`classWeight\` is ${shown(value)}.`,
      "It should be 'balanced' or a weight for each class: { 0: 1, 1: 5 }.",
    )
  return Object.fromEntries(
    Object.entries(weights.data).map(([label, weight]) => {
      if (!/^\d{1,6}$/.test(label) || (task === 'binary' && Number(label) > 1))
        throw new PlanFault(
          `\`classWeight\` has the class ${shown(label)}.`,
          `Classes are numbered from 0${task === 'binary' ? ' to 1' : ''}.`,
        )
      return [label, number(`classWeight[${label}]`, weight, 'a number from 0', (n) => n >= 0)]
    }),
  )
}

function earlyStoppingOf(value: unknown, validationSplit: number | undefined): TrainingPlan['earlyStopping'] {
  const given = z.record(z.string(), z.unknown()).safeParse(value)
  if (!given.success)
    throw new PlanFault(
      `\`earlyStopping\` is ${shown(value)}.`,
      'It should be an object such as { patience: 5, restoreBest: true }.',
    )
  const { patience, restoreBest, ...rest } = given.data
  const [stranger] = Object.keys(rest)
  if (stranger !== undefined)
    throw new PlanFault(
      `\`earlyStopping\` has no field \`${stranger.slice(0, 60)}\`.`,
      'Its fields are patience and restoreBest.',
    )
  if (validationSplit === undefined)
    throw new PlanFault(
      '`earlyStopping` is set, but there is no `validationSplit`.',
      'It watches the loss on rows kept aside: add validationSplit: 0.2.',
    )
  if (restoreBest !== undefined && typeof restoreBest !== 'boolean')
    throw new PlanFault(`\`earlyStopping.restoreBest\` is ${shown(restoreBest)}.`, 'It should be true or false.')
  return {
    patience: number('earlyStopping.patience', patience, 'a whole number of epochs from 1', whole(1, MAX_EPOCHS)),
    ...(restoreBest === undefined ? {} : { restoreBest }),
  }
}

function scaleTargetOf(value: unknown, classification: boolean): boolean {
  if (typeof value !== 'boolean')
    throw new PlanFault(`\`scaleTarget\` is ${shown(value)}.`, 'It should be true or false.')
  if (value && classification)
    throw new PlanFault(
      '`scaleTarget` is set, but this task predicts classes.',
      'Leave it out: it is for tasks that predict a number.',
    )
  return value
}

const OPERATIONS =
  "'flipX', 'flipY', 'rot90', { op: 'shift', pixels: 2 }, { op: 'erase', size: 6 }, { op: 'noise', sd: 0.05 }, { op: 'scale', sd: 0.1 } and { op: 'timeShift', steps: 3 }"

function augmentOf(value: unknown): TrainingPlan['augment'] {
  if (!Array.isArray(value))
    throw new PlanFault(`\`augment\` is ${shown(value)}.`, `It should be a list of operations: ${OPERATIONS}.`)
  if (value.length > 8) throw new PlanFault(`\`augment\` lists ${value.length} operations.`, 'At most 8 are allowed.')
  return value.map((operation, i) => {
    const parsed = Augmentation.safeParse(operation)
    if (parsed.success) return parsed.data
    throw new PlanFault(`\`augment[${i}]\` is ${shown(operation)}.`, `The operations are ${OPERATIONS}.`)
  })
}
