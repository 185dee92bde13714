import type { RunStreamMessage } from '#lib/contract/run-stream.ts'
import type { EpochPoint } from '#lib/contract/telemetry.ts'

/** A run as a page knows it: the stream's state with the whole curve so far. */
export type RunView = Omit<RunStreamMessage, 'points' | 'replace'> & { curve: EpochPoint[] }

/** A run of which nothing is known yet but that it was taken: what is shown until the first message. */
export const justQueued = (runId: string): RunView => ({
  runId,
  cursor: '',
  seq: -1,
  attempt: 0,
  state: 'queued',
  phase: 'queued',
  queuePosition: null,
  model: null,
  step: null,
  console: [],
  notices: [],
  curve: [],
  report: null,
  verdict: null,
  weightsKept: false,
})

/** What is known after a message. Messages of a delivery that has been given up change nothing. */
export function reduceRun(view: RunView | null, message: RunStreamMessage): RunView {
  const known = view?.runId === message.runId ? view : null
  if (known && isStale(known, message)) return known
  const { points, replace, ...state } = message
  if (replace || !known) return { ...state, curve: points }
  const last = known.curve.at(-1)?.epoch ?? 0
  // A stream that was taken up again may tell an epoch twice.
  return { ...state, curve: [...known.curve, ...points.filter(({ epoch }) => epoch > last)] }
}

const isStale = (known: RunView, message: RunStreamMessage): boolean =>
  message.attempt < known.attempt || (message.attempt === known.attempt && message.seq < known.seq)

/** Seconds until training ends, by the pace so far; null before the first epoch and when nothing is left to train. */
export function secondsLeft({ curve, model, state }: Pick<RunView, 'curve' | 'model' | 'state'>): number | null {
  const last = curve.at(-1)
  if (state !== 'running' || !last || !model || last.epoch >= model.epochs) return null
  return (last.seconds / last.epoch) * (model.epochs - last.epoch)
}
