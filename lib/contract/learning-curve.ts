import { z } from 'zod'
import { OneDnn } from './engine-profile.ts'

const seconds = z.number().nonnegative()

/** `learning-curve.json`: what `gradus bench scale` measured, and on what. */
export const LearningCurve = z.strictObject({
  dataset: z.string(),
  testRows: z.number().int().positive(),
  measuredAt: z.iso.datetime(),
  machine: z.strictObject({ cpu: z.string(), cores: z.number().int(), node: z.string() }),
  engine: z.strictObject({
    tfjs: z.string(),
    libtensorflow: z.string(),
    device: z.string(),
    threads: z.number().int(),
    oneDnn: OneDnn,
  }),
  models: z.array(
    z.strictObject({
      id: z.string(),
      title: z.string(),
      params: z.number().int().nullable(),
      points: z.array(
        z.strictObject({
          rows: z.number().int().positive(),
          accuracy: z.number().min(0).max(1),
          fitCpuSeconds: seconds,
          /** Of the clock for networks, whose process answers nothing else; of the processor for neighbours. */
          predictSeconds: seconds,
        }),
      ),
    }),
  ),
})
export type LearningCurve = z.infer<typeof LearningCurve>
