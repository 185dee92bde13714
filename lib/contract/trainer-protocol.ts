import { z } from 'zod'
import { METRICS } from '../domain/metric.ts'
import { OneDnn } from './engine-profile.ts'
import { Task } from './exercise.ts'
import { TrainingPlan } from './plan.ts'
import { Shape } from './rows.ts'
import { EpochPoint } from './telemetry.ts'

/** What crosses the border between the worker and its trainer. Both are ours; both parse all the same. */

export const TrainRequest = z.strictObject({
  kind: z.literal('train'),
  topology: z.string(),
  plan: TrainingPlan,
  task: Task.exclude(['functions']),
  outputs: z.number().int().positive(),
  /** Of the curves; by default accuracy for classes and rmse for numbers. */
  metric: z.enum(METRICS).exclude(['cases']).optional(),
  seed: z.number().int(),
  /** CPU-seconds after which training is cut and the run is `timed_out`. */
  maxCpuSeconds: z.number().positive(),
  /** Rows of a series keep their order: validation takes the last ones. */
  ordered: z.boolean(),
  /** The body: prepared x, then y (class indices or targets, [n, 1]). */
  xShape: Shape,
  yShape: Shape,
})
export type TrainRequest = z.infer<typeof TrainRequest>

export const TrainerRequest = z.discriminatedUnion('kind', [
  TrainRequest,
  /** The body: prepared x. Answered by the model that the last `train` left. */
  z.strictObject({ kind: z.literal('predict'), shape: Shape }),
  z.strictObject({ kind: z.literal('forget') }),
])
export type TrainerRequest = z.infer<typeof TrainerRequest>

export const TrainerReply = z.discriminatedUnion('kind', [
  /** Once, after the backend has run its first operation. */
  z.strictObject({
    kind: z.literal('ready'),
    tfjs: z.string(),
    libtensorflow: z.string(),
    device: z.string(),
    threads: z.number().int(),
    oneDnn: OneDnn,
  }),
  z.strictObject({
    kind: z.literal('model'),
    params: z.number().int(),
    layers: z.number().int(),
    stepsPerEpoch: z.number().int(),
  }),
  z.strictObject({
    kind: z.literal('step'),
    epoch: z.number().int(),
    step: z.number().int(),
    loss: z.number().nullable(),
  }),
  z.strictObject({ kind: z.literal('epoch'), point: EpochPoint }),
  /** The body: the kept weights, float32, in the order of `model.getWeights()`. */
  z.strictObject({
    kind: z.literal('trained'),
    outcome: z.enum(['completed', 'stopped-early', 'diverged', 'cpu-limit']),
    epochsRun: z.number().int(),
    bestEpoch: z.number().int(),
    restoredBest: z.boolean(),
    steps: z.number().int(),
    startSpreads: z.array(z.strictObject({ name: z.string(), sd: z.number().nullable() })),
    compiledSteps: z.number().int(),
    eagerBecause: z.string().nullable(),
    cpuSeconds: z.number(),
    weightsHash: z.string(),
  }),
  /** The body: one row of `outputs` numbers for each input row. */
  z.strictObject({ kind: z.literal('predicted'), shape: Shape }),
  z.strictObject({ kind: z.literal('forgotten') }),
  /** The learner's model cannot be trained on these rows, or cannot take the hidden ones: theirs. */
  z.strictObject({ kind: z.literal('refused'), message: z.string(), hint: z.string().optional() }),
])
export type TrainerReply = z.infer<typeof TrainerReply>

export const TRAINER_FRAME_LIMITS = { headerBytes: 4_000_000, bodyBytes: 1 << 30, depth: 96 } as const
