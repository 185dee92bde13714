import type { Phase, RunEvent } from '#lib/contract/telemetry.ts'

/** `model`: the trainer has the rows and has built the network; `firstStep`: the first step of training is done. */
type Milestone = Phase | 'model' | 'firstStep'

/** How long after it was queued a run reached what, in milliseconds: for the log, to see what a slow run waited for. */
export class Milestones {
  readonly reachedMs: Partial<Record<Milestone, number>> = {}

  constructor(
    private readonly queuedAt: Date,
    private readonly now: () => number = Date.now,
  ) {}

  handle(event: RunEvent): void {
    const milestone = milestoneOf(event)
    if (milestone) this.reachedMs[milestone] ??= this.now() - this.queuedAt.getTime()
  }
}

function milestoneOf(event: RunEvent): Milestone | null {
  switch (event.kind) {
    case 'phase':
      return event.phase
    case 'model':
      return 'model'
    case 'step':
    case 'epoch':
      return 'firstStep'
    case 'console':
    case 'notice':
      return null
    default:
      return event satisfies never
  }
}
