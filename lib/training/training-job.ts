import type { TrainingPlan } from '../contract/plan.ts'
import type { Rows } from '../contract/rows.ts'
import type { EpochPoint } from '../contract/telemetry.ts'
import type { TrainingMetric } from './measure.ts'

export interface TrainingJob {
  /** A parsed topology's `json`. */
  topology: object
  plan: TrainingPlan
  task: 'binary' | 'multiclass' | 'regression' | 'forecast'
  /** Numbers the model gives for each row. */
  outputs: number
  /** Of the curves. */
  metric: TrainingMetric
  seed: number
  maxCpuSeconds: number
  /** Rows of a series: validation takes the last ones. */
  ordered: boolean
  /** Prepared rows, and class indices or targets, [n, 1]. */
  x: Rows
  y: Rows
}

/** Clocks of whoever runs this: CPU-seconds of the process so far, and milliseconds of any steady clock. */
export interface Meter {
  cpuSeconds(): number
  wallMs(): number
}

export interface TrainingListener {
  model(size: { params: number; layers: number; stepsPerEpoch: number }): void
  step(step: { epoch: number; step: number; loss: number | null }): void
  epoch(point: EpochPoint): void
}

export interface TrainingSummary {
  outcome: 'completed' | 'stopped-early' | 'diverged' | 'cpu-limit'
  /** Whole epochs. */
  epochsRun: number
  /** By validation loss, or by training loss without validation; 0 when no epoch had a finite loss. */
  bestEpoch: number
  restoredBest: boolean
  steps: number
  /** Of the hidden layers with a relu, tanh or sigmoid: how far their answers spread before the first step. */
  startSpreads: { name: string; sd: number | null }[]
  /** Steps that ran compiled; without a compiler none. */
  compiledSteps: number
  /** Why a compiler left some steps as they were; null when it left none. */
  eagerBecause: string | null
  cpuSeconds: number
}
