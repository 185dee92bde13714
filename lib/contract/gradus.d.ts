// THE ONE CONTRACT. A solution is one TypeScript module. It may export four names; an exercise says for each slot
//   "write"   the learner must export it
//   "open"    the starter's version stands in when it is missing
//   "locked"  the starter's version is used whatever the file says (absent there: the platform's default);
//             a different export of that name is ignored, and a notice says so
//   "-"       the slot plays no part
// What a learner writes is turned into data (prepared rows, a model topology, a training plan, function results);
// trusted code initialises, compiles, fits, times, stops, predicts and scores.
declare module 'gradus' {
  import type * as TF from '@tensorflow/tfjs'

  export interface Ctx {
    /** TensorFlow.js. */
    tf: typeof TF
    /** Shape of one row without the batch axis (of prepare's result, once prepare has run). */
    inputShape: number[]
    /** Units of the last layer that the default loss expects. */
    outputs: number
    task: 'binary' | 'multiclass' | 'regression' | 'forecast' | 'functions'
    nTrain: number
    /** Token tasks: number of different tokens. */
    vocabSize?: number
    limits: { maxParams?: number; minParams?: number; maxEpochs?: number; maxDenseUnits?: number }
  }

  /** Slot 1: learn the preprocessing from the training rows only; return a row-wise function. Default: identity. */
  export type Prepare = (ctx: Ctx, train: { x: TF.Tensor; y: TF.Tensor }) => (x: TF.Tensor) => TF.Tensor

  /** Slot 2: an uncompiled model of stock layers. Topology and initialisers count; weights set by hand are discarded. */
  export type BuildModel = (ctx: Ctx) => TF.LayersModel

  export type Augmentation =
    /** Images: each applied with probability 1/2. */
    | 'flipX'
    | 'flipY'
    | 'rot90'
    /** Images. */
    | { op: 'shift'; pixels: number }
    | { op: 'erase'; size: number }
    /** Any rows. */
    | { op: 'noise'; sd: number }
    | { op: 'scale'; sd: number }
    /** Sequences. */
    | { op: 'timeShift'; steps: number }

  /** Slot 3: how to train, as data. The schedule is tabulated to one number an epoch before training begins. */
  export interface TrainingConfig {
    /** Default by task. */
    loss?: 'meanSquaredError' | 'meanAbsoluteError' | 'huberLoss' | 'binaryCrossentropy' | 'categoricalCrossentropy'
    optimizer: 'sgd' | 'momentum' | 'rmsprop' | 'adagrad' | 'adadelta' | 'adam' | 'adamax'
    learningRate: number | ((epoch: number, epochs: number) => number)
    momentum?: number
    epochs: number
    batchSize: number
    /** Share of the training rows (for a series: the last ones). Required by earlyStopping. */
    validationSplit?: number
    classWeight?: 'balanced' | Record<number, number>
    /** Watches the validation loss. */
    earlyStopping?: { patience: number; restoreBest?: boolean }
    /** Regression: fit on (y − mean) / sd of the training rows; predictions are scaled back. */
    scaleTarget?: boolean
    clipNorm?: number
    /** Drawn afresh every epoch, on the prepared training rows only. */
    augment?: Augmentation[]
  }
  export type Training = TrainingConfig | ((ctx: Ctx) => TrainingConfig)

  /** Slot 4: plain numbers and nested arrays in and out, no tensors; arguments must not be changed. */
  export type Functions = Record<string, (...args: never[]) => unknown>

  export interface Solution {
    prepare?: Prepare
    buildModel?: BuildModel
    training?: Training
    functions?: Functions
  }
}
