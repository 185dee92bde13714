import { z } from 'zod'
import { METRICS } from '../domain/metric.ts'
import { Slots } from './slots.ts'

/** `exercise.yaml`, the definition an author writes. `gradus check <slug>` says what is wrong with one, by file and field. */
export const Slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'lower-case words joined by hyphens')

export const Task = z.enum(['binary', 'multiclass', 'regression', 'forecast', 'functions'])
export type Task = z.infer<typeof Task>

const checkCommon = {
  id: z.string().regex(/^[a-z][a-zA-Z0-9]*$/),
  /** A failed `must` check caps the total at the marking scheme's cap and withholds the pass. */
  level: z.enum(['must', 'should']),
  points: z.number().min(0).max(100),
  /** What is checked, in the learner's words. */
  what: z.string().min(1),
  /** Said when it fails: what to do about it. The rule's own measurement is put before it. */
  advice: z.string().optional(),
}
const check = <K extends string, S extends z.ZodRawShape>(rule: K, shape: S) =>
  z.strictObject({ rule: z.literal(rule), ...checkCommon, ...shape })

/** A named check. `rule` picks the pure function in lib/domain/checks; the other fields are its parameters. */
export const CheckSpec = z.discriminatedUnion('rule', [
  check('rowwise', {}),
  check('scaled', {}),
  check('head', {}),
  check('hidden-layer', { min: z.number().int().positive().default(1) }),
  check('has-layer', { anyOf: z.array(z.string()).min(1) }),
  check('max-params', { max: z.number().int().positive() }),
  check('min-params', { min: z.number().int().positive() }),
  check('max-dense-units', { max: z.number().int().positive() }),
  check('pure', {}),
])
export type CheckSpec = z.infer<typeof CheckSpec>

export const Limits = z.strictObject({
  maxParams: z.number().int().positive().optional(),
  minParams: z.number().int().positive().optional(),
  maxEpochs: z.number().int().positive().optional(),
  maxDenseUnits: z.number().int().positive().optional(),
  /** CPU-seconds of training: a guard, not a mark. */
  maxSeconds: z.number().positive(),
})
export type Limits = z.infer<typeof Limits>

const common = {
  slug: Slug,
  version: z.number().int().positive(),
  module: z.number().int().min(1).max(6),
  /** Place within its module. */
  order: z.number().int().positive(),
  title: z.string().min(1).max(80),
  /** One sentence: what the learner can do afterwards. */
  objective: z.string().min(1).max(200),
  minutes: z.number().int().positive(),
  dataset: Slug.optional(),
  slots: Slots,
  limits: Limits,
  checks: z.array(CheckSpec),
  hints: z.array(z.string()).length(3),
  /** The way most learners go wrong first, and what to say about it. */
  mistake: z.strictObject({ name: Slug, what: z.string(), feedback: z.string() }),
}

export const ModelExercise = z.strictObject({
  kind: z.literal('model'),
  ...common,
  dataset: Slug,
  task: Task.exclude(['functions']),
  metric: z.enum(METRICS).exclude(['cases']),
  /** Only the first so many training rows are used. */
  trainRows: z.number().int().positive().optional(),
  baseline: z.strictObject({ score: z.number(), model: z.string() }),
  passBar: z.number(),
  fullBar: z.number(),
})
export const FunctionsExercise = z.strictObject({
  kind: z.literal('functions'),
  ...common,
  task: z.literal('functions'),
  metric: z.literal('cases'),
  visibleCases: z.number().int().positive(),
  hiddenCases: z.number().int().positive(),
  passBar: z.number().min(0).max(1),
  fullBar: z.literal(1),
  baseline: z.strictObject({ score: z.literal(0), model: z.string() }),
})
export const Exercise = z.discriminatedUnion('kind', [ModelExercise, FunctionsExercise])
export type Exercise = z.infer<typeof Exercise>
export type ModelExercise = z.infer<typeof ModelExercise>
export type FunctionsExercise = z.infer<typeof FunctionsExercise>

/** One case of a by-hand exercise: a call and, on our side only, what it should answer. */
export const Case = z.strictObject({ fn: z.string(), args: z.array(z.unknown()), expect: z.unknown() })
export type Case = z.infer<typeof Case>
