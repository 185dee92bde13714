import type { Box, BoxLimits, RunningBox } from './box.ts'

/** Boxes started before they are needed. Each is taken once; its box is never used again after that. */
export interface WarmBoxes {
  /** A box that is ready, or that soon will be; another is started in its place. */
  take(): Promise<RunningBox>
  /** Ends the boxes that nobody took. */
  close(): Promise<void>
}

export function warmBoxes(box: Box, limits: BoxLimits, count: number): WarmBoxes {
  const waiting: Promise<RunningBox>[] = []
  let closed = false
  const start = () => {
    const starting = box.start(limits)
    // Told to whoever takes it; until then nobody listens.
    starting.catch(() => {})
    waiting.push(starting)
  }
  for (let i = 0; i < count; i++) start()
  return {
    take() {
      const next = waiting.shift() ?? box.start(limits)
      // Only once this one is ready: starting a second beside it would make this one late.
      next.then(
        () => !closed && waiting.length < count && start(),
        () => {},
      )
      // One that ended while it waited did so on our side: whoever takes it must not be blamed for it.
      return next.then((running) => (running.ended ? box.start(limits) : running))
    },
    async close() {
      closed = true
      await Promise.all(
        waiting.splice(0).map((starting) => starting.then((running) => running.destroy()).catch(() => {})),
      )
    },
  }
}
