/**
 * The port behind which learner code runs: start a program in a box, talk to it by framed pipe, throw it away.
 * Two real implementations: bubblewrap (levels `full` and `personal`), and a container of podman's.
 */
export interface BoxLimits {
  memoryMiB: number
  /** CPU-seconds over the whole life of the box. */
  cpuSeconds: number
  /** Wall seconds the box may idle while the worker waits for a reply; working, it has ten times as long. */
  replySeconds: number
  processes: number
  /** Processors used at once; one where nothing is said. */
  processors?: number
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

/** The box could not be started: the platform's fault, with what the programs involved said. */
export class BoxStartError extends Error {}

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

/** What an operator may ask for by name: bubblewrap at its two levels, or a container. */
export const BOX_NAMES = ['full', 'personal', 'container'] as const
export type BoxName = (typeof BOX_NAMES)[number]

export interface Box {
  readonly level: 'full' | 'personal'
  readonly kind: 'bubblewrap' | 'container'
  start(limits: BoxLimits): Promise<RunningBox>
}
