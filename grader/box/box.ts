/**
 * The port behind which learner code runs: start a program in a box, talk to it by framed pipe, throw it away.
 * Real implementations: bubblewrap (levels `full` and `personal`); the container box shares the interface.
 */
export interface BoxLimits {
  memoryMiB: number
  /** CPU-seconds over the whole life of the box. */
  cpuSeconds: number
  /** Wall seconds the box may idle while the worker waits for a reply; working, it has ten times as long. */
  replySeconds: number
  processes: number
  tmpMiB: number
  /** Bytes on stdout and stderr after which the box is killed. */
  outputBytes: number
}

/** How a box ended, as measured from outside. */
export type BoxEnd =
  | { kind: 'exited'; code: number | null; signal: string | null }
  | { kind: 'cpu-limit' }
  | { kind: 'reply-limit' }
  | { kind: 'out-of-memory' }
  | { kind: 'output-limit' }
  /** Bytes that are no frame, or larger than allowed. */
  | { kind: 'protocol'; message: string }
  | { kind: 'killed' }

/** Thrown to whoever waits for a reply of a box that ended. */
export class BoxEnded extends Error {
  constructor(readonly end: BoxEnd) {
    super(`box ended: ${end.kind}`)
  }
}

export interface BoxUsage {
  cpuSeconds: number
  peakMemoryMiB: number | null
}

export interface RunningBox {
  /** How it ended; null while it runs. */
  readonly ended: BoxEnd | null
  /** Sends one frame and waits for the next one; unasked frames (`console`) go to `onFrame` first. */
  ask(header: unknown, body?: Uint8Array): Promise<{ header: unknown; body: Uint8Array }>
  /** Called for each frame; true means: this was no reply, go on waiting. */
  onFrame: ((header: unknown) => boolean) | null
  usage(): Promise<BoxUsage>
  /** Kills everything inside and leaves nothing behind; resolves when that is so. */
  destroy(): Promise<void>
}

export interface Box {
  readonly level: 'full' | 'personal'
  readonly kind: 'bubblewrap' | 'container'
  start(limits: BoxLimits): Promise<RunningBox>
}
