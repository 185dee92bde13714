import { z } from 'zod'

/** What the trainer saw of one layer in one epoch; shares are of units, norms are L2 over the layer's weights. */
export const LayerTelemetry = z.strictObject({
  name: z.string(),
  /** Mean over the epoch's sampled steps of the L2 norm of the gradient. */
  gradientNorm: z.number().nullable(),
  /** Units with a ReLU that gave 0 for every probe row. */
  deadShare: z.number().min(0).max(1).nullable(),
  /** Share of a tanh's or sigmoid's outputs within 1 % of its limits on the probe rows. */
  saturatedShare: z.number().min(0).max(1).nullable(),
})
export type LayerTelemetry = z.infer<typeof LayerTelemetry>

/** One point of the curves. Losses may be null when they are not finite: JSON has no NaN. */
export const EpochPoint = z.strictObject({
  epoch: z.number().int().positive(),
  loss: z.number().nullable(),
  metric: z.number().nullable(),
  valLoss: z.number().nullable(),
  valMetric: z.number().nullable(),
  learningRate: z.number(),
  /** Seconds since training began. */
  seconds: z.number(),
  layers: z.array(LayerTelemetry),
})
export type EpochPoint = z.infer<typeof EpochPoint>

export const PHASES = [
  'queued',
  'compiling',
  'preparing',
  'building',
  'training',
  'predicting',
  'scoring',
  'finished',
] as const
export const Phase = z.enum(PHASES)
export type Phase = z.infer<typeof Phase>

/** What a run tells while it goes on, in order. */
export type RunEvent =
  | { kind: 'phase'; phase: Phase }
  | { kind: 'console'; level: 'log' | 'warn' | 'error'; line: string }
  | { kind: 'notice'; message: string }
  /** The plan and size of what is about to be trained. */
  | { kind: 'model'; params: number; layers: number; epochs: number; stepsPerEpoch: number }
  /** Within an epoch, at most ten a second. */
  | { kind: 'step'; epoch: number; step: number; stepsPerEpoch: number; loss: number | null }
  | { kind: 'epoch'; point: EpochPoint }
