import type { Rows } from '#lib/contract/rows.ts'
import type { EpochPoint } from '#lib/contract/telemetry.ts'
import type { TrainerReply, TrainRequest } from '#lib/contract/trainer-protocol.ts'

type Reply<K extends TrainerReply['kind']> = Extract<TrainerReply, { kind: K }>
export type Engine = Omit<Reply<'ready'>, 'kind'>

export interface TrainingEvents {
  model(size: Reply<'model'>): void
  step(step: Reply<'step'>): void
  epoch(point: EpochPoint): void
}

export type TrainingResult =
  | { ok: true; trained: Reply<'trained'>; weights: Uint8Array }
  | { ok: false; message: string; hint?: string }

/** A warm process on libtensorflow. One training at a time; the model stays until the next one or `forget`. */
export interface Trainer {
  readonly engine: Engine
  /** It sits in a box; false where bubblewrap is missing or the box is turned off. */
  readonly boxed: boolean
  /** Memory of its own that it holds now, as the kernel counts it. */
  residentMiB(): number
  train(
    request: Omit<TrainRequest, 'kind' | 'xShape' | 'yShape'>,
    x: Rows,
    y: Rows,
    events: TrainingEvents,
  ): Promise<TrainingResult>
  /** @throws PredictionRefused when the model cannot take rows of this kind */
  predict(x: Rows): Promise<Rows>
  forget(): Promise<void>
  /** Ends the process. */
  stop(): Promise<void>
}

/** The trainer died or broke the protocol: the platform's fault, the run is retried. */
export class TrainerFault extends Error {}

/** The trained model cannot take the prepared hidden rows (a token out of range, another shape): the learner's fault. */
export class PredictionRefused extends Error {}
