import type { MetricName } from '../metric.ts'

/** What the grader measured, as the checks want it. Nothing here comes from private rows. */
export interface LayerFacts {
  /** As in the topology: `Dense`, `Conv2D`, `Bidirectional`. */
  className: string
  /** A wrapper's inner layer: `GRU` in `Bidirectional`. */
  wraps: string | null
  /** Width, where the layer has one. */
  units: number | null
  activation: string | null
}

/** What only checks look at. */
export interface BuiltLayerFacts extends LayerFacts {
  /** Null where the layer can have none. */
  useBias: boolean | null
  /** It carries a penalty (l1, l2) that weighs something. */
  regularised: boolean
}

/** One number of a layer. */
export interface LayerNumber {
  name: string
  value: number
}

export interface ColumnStats {
  mean: number
  sd: number
}

export interface ModelFacts {
  /** In the order of the topology, input layers left out. */
  layers: BuiltLayerFacts[]
  params: number
  /** Of the prepared training rows, one for each place on the last axis (column, channel). */
  preparedColumns: ColumnStats[]
  /** Names of those columns where the dataset has them and `prepare` kept their number. */
  columnNames: string[] | null
  /** Largest relative difference between rows prepared alone and among others; Infinity where one is not a number. */
  rowwiseDifference: number
  /** Units of the last layer that the task asks for, and those the model gives. */
  outputs: { wanted: number; given: number; sumToOne: boolean }
  augmented: boolean
  stopsEarly: boolean
  /** One an epoch, as planned. */
  learningRates: number[]
  /** Of the training rows, one for each epoch run; null where it was no number. */
  losses: (number | null)[]
  /** Gradient norms of the first epoch, of the layers with weights, first to last. */
  gradientNorms: LayerNumber[]
  /** Standard deviations of what the hidden layers answered to training rows before the first step, first to last. */
  startSpreads: LayerNumber[]
  /** Training loss of the first and the last epoch; null where it is no number. */
  loss: { first: number | null; last: number | null }
  /** On the public rows: the model's, and that of repeating the last value (null where nothing is forecast). */
  publicScore: { metric: MetricName; value: number; lastValue: number | null }
  /** Public rows: counts[truth][predicted]; null for regression. */
  confusion: { classes: string[]; counts: number[][] } | null
}

export interface FunctionsFacts {
  /** Names of functions that changed an argument. */
  mutated: string[]
  /** Names of functions that answered NaN or Infinity, or something holding one. */
  nonFinite: string[]
  /** Null where no check asks for them. */
  gradients: GradientFacts | null
  /** The visible cases in order; an answer is undefined where the function threw. */
  visible: { fn: string; expect: unknown; answer: unknown }[]
}

/** A gradient beside the finite differences of the loss it belongs to; or why there is none. */
export type GradientFacts =
  | { ok: true; rows: number; entries: { path: string; given: number; measured: number }[] }
  | { ok: false; reason: string }

/** What one rule says: whether it holds, and what was measured, in the learner's words. */
export interface Finding {
  passed: boolean
  measured: string
}
