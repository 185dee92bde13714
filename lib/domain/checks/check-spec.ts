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
  /** Dense layers before the last with an activation that isn't linear; with `activation`, only those with this one. */
  rule('hidden-layer', { min: z.number().int().positive().default(1), activation: z.string().optional() }),
  /** Class names as in the topology: `Conv2D`, `GRU`. What a wrapper holds counts. */
  rule('has-layer', { anyOf: z.array(z.string()).min(1) }),
  /** No layer of these classes. */
  rule('lacks-layer', { noneOf: z.array(z.string()).min(1) }),
  /** No bias in a layer that batch normalisation follows at once: it would be taken off again. */
  rule('no-idle-bias', {}),
  /** Dropout or noise somewhere, or a penalty on weights. */
  rule('regularised', {}),
  /** The last activation can say every number from `low` to `high`. */
  rule('output-range', { low: z.number(), high: z.number() }),
  rule('max-params', { max: z.number().int().positive() }),
  rule('min-params', { min: z.number().int().positive() }),
  rule('max-dense-units', { max: z.number().int().positive() }),
  /** The training plan augments. */
  rule('augmented', {}),
  /** The training plan stops early. */
  rule('stops-early', {}),
  /** The planned learning rate ends at `to` times its peak or lower. */
  rule('falling-rate', { to: share }),
  /** The training loss is lowest in the last epoch. */
  rule('falling-loss', {}),
  /** In the first epoch the first layer's gradient norm is more than `min` times the last one's. */
  rule('gradient-flow', { min: share }),
  /** Before the first step the last hidden layer spreads `within` times as much as the first at most, and no less than its inverse. */
  rule('signal-spread', { within: z.number().gt(1) }),
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
  /**
   * `backward(p, …rest)` agrees with finite differences of `loss(forward(p, first of rest)[output], last of rest)`, on the
   * first visible case of `backward`: its answer has an entry `dX` for each entry `X` of p.
   */
  rule('gradcheck', { forward: z.string(), output: z.string(), loss: z.string(), backward: z.string() }),
  /** Answers to the visible cases have as many rows, columns and fields as asked for. */
  rule('shapes', {}),
  /** Visible case `case`, counted from 1, is not answered with `answer`: what the usual mistake gives. */
  rule('wrong-answer', { case: z.number().int().positive(), answer: z.json() }),
])
export type FunctionsCheckSpec = z.infer<typeof FunctionsCheckSpec>

export type CheckSpec = ModelCheckSpec | FunctionsCheckSpec
