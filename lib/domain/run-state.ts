/** How often a run is begun before it is given up: a solution that kills its worker must not circle for ever. */
export const MAX_TRIES = 3

const MINUTE_MS = 60_000

/** How long a run may wait for a worker; after a day without one somebody has to be told. */
const QUEUED_MS = 24 * 60 * MINUTE_MS

/**
 * Wall time against a guard of CPU-seconds. Generous: the heartbeat notices a dead worker in seconds, this only ends
 * runs whose worker lives and hangs.
 */
const WALL_PER_CPU = 10
const OVERHEAD_MS = 5 * MINUTE_MS

export const queuedDeadline = (now: Date): Date => new Date(now.getTime() + QUEUED_MS)

/** `maxSeconds`: the exercise's CPU-seconds of training. */
export const runningDeadline = (now: Date, maxSeconds: number): Date =>
  new Date(now.getTime() + OVERHEAD_MS + maxSeconds * 1000 * WALL_PER_CPU)

/**
 * What to do with a run whose delivery was lost or whose deadline has passed. `tries`: how often it was begun. One that
 * waited out its deadline is not queued again: there is no worker for it.
 */
export function afterLoss(
  run: { state: 'queued' | 'running'; tries: number; deadlineAt: Date },
  now: Date,
): 'requeue' | 'give-up' {
  if (run.tries >= MAX_TRIES) return 'give-up'
  if (run.state === 'queued' && now.getTime() >= run.deadlineAt.getTime()) return 'give-up'
  return 'requeue'
}
