import type { ColumnStats, LayerFacts } from '../checks/facts.ts'
import type { MetricName } from '../metric.ts'

/** What a diagnosis may rest on: the plan, the telemetry, training, validation and public rows. Nothing private. */
export interface Evidence {
  exercise: {
    slug: string
    metric: Exclude<MetricName, 'cases'>
    passBar: number
    fullBar: number
    /** Null: as many as one likes. */
    maxEpochs: number | null
    /** Where the exercise asks for a large network. */
    minParams?: number | undefined
    mistake: Mistake
  }
  /** Slots the learner could have written otherwise: advice about a locked one helps nobody. */
  writable: { prepare: boolean; buildModel: boolean; training: boolean }
  rows: {
    /** Shape of one prepared row. */
    shape: number[]
    train: number
    public: number
    /** Of the prepared training rows, one for each place on the last axis. */
    columns: ColumnStats[]
    columnNames: string[] | null
    /** Largest relative difference between rows prepared alone and among others. */
    rowwiseDifference: number
  }
  labels: LabelFacts
  layers: (LayerFacts & { name: string })[]
  plan: PlanFacts
  outcome: 'completed' | 'stopped-early' | 'diverged' | 'cpu-limit'
  training: { epochsRun: number; bestEpoch: number; restoredBest: boolean; steps: number }
  /** In order, one point an epoch; a loss that is no number is null. */
  curve: CurvePoint[]
  /** Null where nothing could be predicted. */
  publicMetric: number | null
  /** Public rows: counts[truth][predicted]; null for numbers, and where nothing could be predicted. */
  confusion: number[][] | null
  failedChecks: { id: string; level: 'must' | 'should' }[]
}

/** The exercise's own: the way most learners go wrong first, and when to say so. Everything in `when` has to hold. */
export interface Mistake {
  name: string
  feedback: string
  when?: { check?: string | undefined; diagnoses?: readonly DiagnosisId[] | undefined; minLayers?: number | undefined }
}

/** Of the training rows. */
export type LabelFacts =
  | { kind: 'classes'; names: string[]; shares: number[] }
  | { kind: 'numbers'; mean: number; sd: number; min: number; max: number }

export interface PlanFacts {
  loss: string
  optimizer: string
  /** One an epoch. */
  learningRates: number[]
  epochs: number
  classWeight?: 'balanced' | Record<string, number> | undefined
  scaleTarget?: boolean | undefined
}

export interface CurvePoint {
  epoch: number
  loss: number | null
  metric: number | null
  valLoss: number | null
  valMetric: number | null
  learningRate: number
  layers: {
    name: string
    gradientNorm: number | null
    deadShare: number | null
    saturatedShare: number | null
  }[]
}

/** In order of precedence: a cause stands before what follows from it. */
export const DIAGNOSES = [
  'budget-cut',
  'depends-on-other-rows',
  'wrong-output-head',
  'inputs-not-scaled',
  'targets-not-scaled',
  'learning-rate-too-high',
  'exploding-gradient',
  'vanishing-gradient',
  'dead-relu',
  'saturated-units',
  'imbalance-ignored',
  'loss-flat',
  'averages-lag',
  'collapsed-to-one-class',
  'learning-rate-too-low',
  'stopped-too-early',
  'overfitting',
  'underfitting',
] as const
export type DiagnosisId = (typeof DIAGNOSES)[number]

/** What was measured, what it means, what to try next; null: nothing to say, or not sure enough. */
export type Rule = (evidence: Evidence) => string | null
