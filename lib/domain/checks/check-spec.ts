import { z } from 'zod'

const common = {
  id: z.string().regex(/^[a-z][a-zA-Z0-9]*$/, 'one camelCase word'),
  /** A failed `must` check caps the total (see points.ts) and withholds the pass. */
  level: z.enum(['must', 'should']),
  points: z.number().min(0).max(20),
  /** What is checked, in the learner's words. */
  what: z.string().min(1),
  /** Said when it fails, after the rule's own measurement: what to do about it. */
  advice: z.string().optional(),
}
const rule = <K extends string, S extends z.ZodRawShape>(name: K, shape: S) =>
  z.strictObject({ rule: z.literal(name), ...common, ...shape })

const share = z.number().gt(0).max(1)

/** A check of a model exercise: `rule` picks the pure function of that name beside this file, the rest are its parameters. */
export const ModelCheckSpec = z.discriminatedUnion('rule', [
  /** `prepare` treats a row alone as it treats it among others. */
  rule('rowwise', {}),
  /** Every column of the prepared training rows has a mean near 0 and a standard deviation near 1. */
  rule('scaled', {}),
  /** The last layer gives one number an output, and they sum to 1 where the task has several classes. */
  rule('head', {}),
  /** Dense layers before the last with an activation that isn't linear. */
  rule('hidden-layer', { min: z.number().int().positive().default(1) }),
  /** Class names as in the topology: `Conv2D`, `GRU`. What a wrapper holds counts. */
  rule('has-layer', { anyOf: z.array(z.string()).min(1) }),
  rule('max-params', { max: z.number().int().positive() }),
  rule('min-params', { min: z.number().int().positive() }),
  rule('max-dense-units', { max: z.number().int().positive() }),
  /** The training plan augments. */
  rule('augmented', {}),
  /** The last epoch's training loss is at most `to` times the first one's. */
  rule('loss-fell', { to: share }),
  /** Forecasts: better on the public rows than repeating the last value. */
  rule('beats-last-value', {}),
  /** Of the public rows of class `class`, the share found. */
  rule('recall', { class: z.number().int().nonnegative(), min: share }),
  /** Of the public rows called `class`, the share that is. */
  rule('precision', { class: z.number().int().nonnegative(), min: share }),
])
export type ModelCheckSpec = z.infer<typeof ModelCheckSpec>

/** A check of a by-hand exercise. */
export const FunctionsCheckSpec = z.discriminatedUnion('rule', [
  /** Arguments are left as they were. */
  rule('pure', {}),
  /** No answer holds NaN or Infinity. */
  rule('finite', {}),
  /** Answers to the visible cases have as many rows, columns and fields as asked for. */
  rule('shapes', {}),
  /** Visible case `case`, counted from 1, is not answered with `answer`: what the usual mistake gives. */
  rule('wrong-answer', { case: z.number().int().positive(), answer: z.json() }),
])
export type FunctionsCheckSpec = z.infer<typeof FunctionsCheckSpec>

export type CheckSpec = ModelCheckSpec | FunctionsCheckSpec
