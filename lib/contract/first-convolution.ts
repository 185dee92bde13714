import { z } from 'zod'
import { METRICS } from '../domain/metric.ts'

/** The first layer of somebody's trained network, where it convolves pictures, with a few pictures to show it. */
export const FirstConvolution = z.strictObject({
  filters: z.number().int().positive(),
  kernelSize: z.tuple([z.number().int().positive(), z.number().int().positive()]),
  strides: z.tuple([z.number().int().positive(), z.number().int().positive()]),
  padding: z.enum(['valid', 'same']),
  activation: z.string(),
  /** [rows][columns][channels][filters], row-major, as TensorFlow.js keeps it. */
  kernel: z.array(z.number()),
  /** One a filter; zeros for a layer without. */
  bias: z.array(z.number()),
  /** Prepared training pictures: [pictures, rows, columns, channels]. */
  pictures: z.strictObject({
    shape: z.tuple([z.number().int(), z.number().int(), z.number().int(), z.number().int()]),
    values: z.array(z.number()),
  }),
})
export type FirstConvolution = z.infer<typeof FirstConvolution>

/** What the platform can say of a learner's best network in an exercise. */
export const OwnConvolution = z.discriminatedUnion('state', [
  z.strictObject({
    state: z.literal('ready'),
    title: z.string(),
    metric: z.enum(METRICS),
    score: z.number(),
    layer: FirstConvolution,
  }),
  /** Nothing scored yet; or only runs from before pictures were kept, or whose weights lie on another machine. */
  z.strictObject({ state: z.literal('no-run'), title: z.string() }),
  z.strictObject({ state: z.literal('not-kept'), title: z.string() }),
  /** The best network begins with something else. */
  z.strictObject({ state: z.literal('no-convolution'), title: z.string() }),
  /** The course has no such exercise, or it isn't open yet. */
  z.strictObject({ state: z.literal('no-exercise') }),
])
export type OwnConvolution = z.infer<typeof OwnConvolution>
