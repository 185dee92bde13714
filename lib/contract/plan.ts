import { z } from 'zod'

export const LOSSES = [
  'meanSquaredError',
  'meanAbsoluteError',
  'huberLoss',
  'binaryCrossentropy',
  'categoricalCrossentropy',
] as const
export const OPTIMIZERS = ['sgd', 'momentum', 'rmsprop', 'adagrad', 'adadelta', 'adam', 'adamax'] as const

const finite = z.number().refine(Number.isFinite, 'a finite number')

export const Augmentation = z.union([
  z.enum(['flipX', 'flipY', 'rot90']),
  z.strictObject({ op: z.literal('shift'), pixels: z.number().int().min(1).max(16) }),
  z.strictObject({ op: z.literal('erase'), size: z.number().int().min(1).max(32) }),
  z.strictObject({ op: z.literal('noise'), sd: finite.positive().max(10) }),
  z.strictObject({ op: z.literal('scale'), sd: finite.positive().max(1) }),
  z.strictObject({ op: z.literal('timeShift'), steps: z.number().int().min(1).max(64) }),
])
export type Augmentation = z.infer<typeof Augmentation>

/**
 * How to train, entirely as data: what a `training` slot becomes. `learningRates` holds one number an epoch.
 * Defaults are filled in (loss by task), class weights still symbolic ('balanced' is computed from the labels).
 */
export const TrainingPlan = z
  .strictObject({
    loss: z.enum(LOSSES),
    optimizer: z.enum(OPTIMIZERS),
    learningRates: z.array(finite.positive().max(1000)).min(1).max(10_000),
    momentum: finite.min(0).max(1).optional(),
    epochs: z.number().int().min(1).max(10_000),
    batchSize: z.number().int().min(1).max(65_536),
    validationSplit: finite.gt(0).lt(1).optional(),
    classWeight: z.union([z.literal('balanced'), z.record(z.string().regex(/^\d+$/), finite.nonnegative())]).optional(),
    earlyStopping: z
      .strictObject({ patience: z.number().int().min(1).max(10_000), restoreBest: z.boolean().optional() })
      .optional(),
    scaleTarget: z.boolean().optional(),
    clipNorm: finite.positive().optional(),
    augment: z.array(Augmentation).max(8).optional(),
  })
  .refine((plan) => plan.learningRates.length === plan.epochs, 'one learning rate an epoch')
export type TrainingPlan = z.infer<typeof TrainingPlan>
