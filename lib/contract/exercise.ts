import { z } from 'zod'
import { FunctionsCheckSpec, ModelCheckSpec } from '../domain/checks/check-spec.ts'
import { DIAGNOSES } from '../domain/diagnosis/evidence.ts'
import { lowerIsBetter, METRICS } from '../domain/metric.ts'
import { CHECK_POINTS } from '../domain/points.ts'
import { Slots } from './slots.ts'

/** `exercise.yaml`, the definition an author writes. `gradus check <slug>` says what is wrong with one, by file and field. */
export const Slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'lower-case words joined by hyphens')

export const Task = z.enum(['binary', 'multiclass', 'regression', 'forecast', 'functions'])
export type Task = z.infer<typeof Task>

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
  module: z.number().int().min(0).max(6),
  /** Place within its module. */
  order: z.number().int().positive(),
  title: z.string().min(1).max(80),
  /** One sentence: what the learner can do afterwards. */
  objective: z.string().min(1).max(200),
  minutes: z.number().int().positive(),
  dataset: Slug.optional(),
  slots: Slots,
  limits: Limits,
  hints: z.array(z.string()).length(3),
  /** The way most learners go wrong first, and what to say about it. */
  mistake: z.strictObject({
    name: Slug,
    what: z.string(),
    feedback: z.string(),
    /** When to say it, all of it: this check failed, these diagnoses were made, the model has so many layers. Without it, never. */
    when: z
      .strictObject({
        check: z.string().optional(),
        diagnoses: z.array(z.enum(DIAGNOSES)).optional(),
        minLayers: z.number().int().positive().optional(),
      })
      .refine((when) => Object.keys(when).length > 0, 'says nothing')
      .optional(),
  }),
}

/** The model whose score is worth nothing. `gradus check` measures it again. */
export const BASELINE_MODELS = ['majority class', 'training mean', 'last value', 'starter'] as const

export const ModelExercise = z
  .strictObject({
    kind: z.literal('model'),
    ...common,
    dataset: Slug,
    task: Task.exclude(['functions']),
    metric: z.enum(METRICS).exclude(['cases']),
    /** Only the first so many training rows are used. */
    trainRows: z.number().int().positive().optional(),
    checks: z.array(ModelCheckSpec).min(1),
    baseline: z.strictObject({ score: z.number(), model: z.enum(BASELINE_MODELS) }),
    passBar: z.number(),
    fullBar: z.number(),
  })
  .superRefine(({ checks, metric, baseline, passBar, fullBar }, issues) => {
    const total = checks.reduce((sum, check) => sum + check.points, 0)
    if (total !== CHECK_POINTS)
      issues.addIssue({ code: 'custom', path: ['checks'], message: `points add up to ${total}, not ${CHECK_POINTS}` })
    const sign = lowerIsBetter(metric) ? -1 : 1
    if (sign * passBar <= sign * baseline.score)
      issues.addIssue({ code: 'custom', path: ['passBar'], message: 'not better than the baseline' })
    if (sign * fullBar <= sign * passBar)
      issues.addIssue({ code: 'custom', path: ['fullBar'], message: 'not better than the pass bar' })
  })
export const FunctionsExercise = z.strictObject({
  kind: z.literal('functions'),
  ...common,
  task: z.literal('functions'),
  metric: z.literal('cases'),
  checks: z.array(FunctionsCheckSpec),
  visibleCases: z.number().int().positive(),
  hiddenCases: z.number().int().positive(),
  passBar: z.number().min(0).max(1),
})
export const Exercise = z
  .discriminatedUnion('kind', [ModelExercise, FunctionsExercise])
  .superRefine(({ checks, mistake }, issues) => {
    const check = mistake.when?.check
    if (check !== undefined && !checks.some(({ id }) => id === check))
      issues.addIssue({ code: 'custom', path: ['mistake', 'when', 'check'], message: `no check is called ${check}` })
  })
export type Exercise = z.infer<typeof Exercise>
export type ModelExercise = z.infer<typeof ModelExercise>
export type FunctionsExercise = z.infer<typeof FunctionsExercise>

/** One case of a by-hand exercise: a call and, on our side only, what it should answer. */
export const Case = z.strictObject({ fn: z.string(), args: z.array(z.unknown()), expect: z.unknown() })
export type Case = z.infer<typeof Case>
