import { z } from 'zod'
import { METRICS } from '../domain/metric.ts'
import { VERDICTS } from '../domain/verdict.ts'
import { StoredOneDnn } from './engine-profile.ts'
import { Shape } from './rows.ts'
import { EpochPoint } from './telemetry.ts'

/** What went wrong, for the person who can mend it. Lines and columns are 1-based, in their TypeScript. */
export const RunError = z.strictObject({
  kind: z.enum(VERDICTS),
  message: z.string(),
  line: z.number().int().positive().optional(),
  column: z.number().int().positive().optional(),
  /** Why, and the next step to take. */
  hint: z.string().optional(),
})
export type RunError = z.infer<typeof RunError>

export const CheckResult = z.strictObject({
  id: z.string(),
  level: z.enum(['must', 'should']),
  passed: z.boolean(),
  points: z.number(),
  maxPoints: z.number(),
  what: z.string(),
  feedback: z.string(),
})
export type CheckResult = z.infer<typeof CheckResult>

export const Diagnosis = z.strictObject({ id: z.string(), message: z.string() })
export type Diagnosis = z.infer<typeof Diagnosis>

export const Provenance = z.strictObject({
  sourceHash: z.string(),
  exerciseVersion: z.number().int(),
  exerciseHash: z.string(),
  datasetHash: z.string().nullable(),
  seed: z.number().int(),
  engine: z.strictObject({
    gradus: z.string(),
    node: z.string(),
    tfjs: z.string(),
    libtensorflow: z.string().nullable(),
    device: z.string(),
    threads: z.number().int(),
    oneDnn: StoredOneDnn,
  }),
  box: z.enum(['full', 'personal']),
  topologyHash: z.string().nullable(),
  weightsHash: z.string().nullable(),
  gradedAt: z.iso.datetime(),
})
export type Provenance = z.infer<typeof Provenance>

/** Everything a grading run found out. What a learner may see of it before the assignment closes: lib/domain/disclosure. */
export const GradeReport = z.strictObject({
  exercise: z.string(),
  verdict: z.enum(VERDICTS),
  metric: z.strictObject({ name: z.enum(METRICS), public: z.number().nullable(), private: z.number().nullable() }),
  /** From public and from private rows; the first is provisional, the second final. */
  points: z.number(),
  finalPoints: z.number(),
  maxPoints: z.number(),
  passed: z.boolean(),
  finallyPassed: z.boolean(),
  checks: z.array(CheckResult),
  diagnoses: z.array(Diagnosis),
  notices: z.array(z.string()),
  error: RunError.optional(),
  params: z.number().int().nullable(),
  curve: z.array(EpochPoint),
  /** Rows: truth, columns: prediction; public rows only. */
  confusion: z.strictObject({ classes: z.array(z.string()), counts: z.array(z.array(z.number().int())) }).nullable(),
  /** By-hand exercises: visible cases one by one. */
  cases: z.array(z.strictObject({ fn: z.string(), passed: z.boolean(), message: z.string() })),
  training: z
    .strictObject({
      epochsRun: z.number().int(),
      bestEpoch: z.number().int(),
      stoppedEarly: z.boolean(),
      restoredBest: z.boolean(),
      steps: z.number().int(),
      /** Steps that ran as one call; and why others did not, if any. Reports from before there was a compiler lack both. */
      compiledSteps: z.number().int().optional(),
      eagerBecause: z.string().nullish(),
      cpuSeconds: z.number(),
    })
    .nullable(),
  /**
   * A few prepared training pictures, in the blob store: what the network is shown when its feature maps are drawn. Not
   * of other rows, and not in reports from before there were such figures.
   */
  sample: z.strictObject({ sha256: z.string(), shape: Shape }).nullish(),
  console: z.array(z.string()),
  timing: z.strictObject({
    compile: z.number(),
    prepare: z.number(),
    train: z.number(),
    predict: z.number(),
    score: z.number(),
    total: z.number(),
  }),
  provenance: Provenance,
})
export type GradeReport = z.infer<typeof GradeReport>
