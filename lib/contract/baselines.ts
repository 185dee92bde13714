import { z } from 'zod'
import { METRICS } from '../domain/metric.ts'

/** The classical models that every dataset is tried with, from the dumbest on. */
export const CLASSICAL_MODELS = ['constant', 'linear', 'neighbours', 'forest'] as const
export type ClassicalModel = (typeof CLASSICAL_MODELS)[number]

/**
 * Raised when the way of measuring changes, so that what was stored is measured again. A new kind of encoding or another
 * number of trees is another recipe; a faster program for the same numbers is not.
 */
export const RECIPE = 1

/** What stored baselines are found by: the same key, the same numbers. */
export const BaselineKey = z.strictObject({
  /** Of the published dataset: says which rows are hidden, too. */
  datasetHash: z.string(),
  metric: z.enum(METRICS).exclude(['cases']),
  /** Training rows that an exercise hands out. */
  trainRows: z.number().int().positive(),
  recipe: z.number().int().positive(),
})
export type BaselineKey = z.infer<typeof BaselineKey>

export const ClassicalBaseline = z.strictObject({
  model: z.enum(CLASSICAL_MODELS),
  /** "logistic regression": the model's name for this task. */
  name: z.string(),
  /** How rows were turned into columns, where they are no table; null where they are. */
  encoding: z.string().nullable(),
  /** Rows it was trained on; fewer than `trainRows` where all would take too long. */
  fittedRows: z.number().int().positive(),
  public: z.number(),
  private: z.number(),
})
export type ClassicalBaseline = z.infer<typeof ClassicalBaseline>

export const Baselines = z.strictObject({ key: BaselineKey, models: z.array(ClassicalBaseline).min(1) })
export type Baselines = z.infer<typeof Baselines>
