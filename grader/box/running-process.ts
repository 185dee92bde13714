import type { ChildProcess } from 'node:child_process'
import type { Readable, Writable } from 'node:stream'
import { encodeFrame, type Frame, FrameError, type FrameLimits, FrameReader } from '#lib/contract/frame.ts'
import { type BoxEnd, BoxEnded, type BoxLimits, type BoxUsage, type RunningBox } from './box.ts'

const POLL_MILLISECONDS = 100
/** How long bytes on their way out are waited for after the process has ended; a survivor may hold the pipe open. */
const DRAIN_MILLISECONDS = 300
/** A box that is busy, not idle, is waited for this many times as long. */
const BUSY_FACTOR = 10
const KEPT_OUTPUT_BYTES = 64 * 1024

/** How this level measures and ends what runs inside. */
export interface Containment {
  usage(): BoxUsage
  /** A limit that the kernel doesn't enforce by itself at this level was passed. */
  overLimit(): 'out-of-memory' | 'processes' | null
  ranOutOfMemory(exitCode: number | null): boolean
  /** Something inside runs or waits for a processor. */
  isBusy(): boolean
  /** Kills everything, waits until nothing is left, and removes what the box needed. */
  dispose(): Promise<void>
}

interface Pending {
  resolve(frame: Frame): void
  reject(error: Error): void
  timer: NodeJS.Timeout
}

/** A process in a box: frames in on descriptor 0, frames out on 3; ended at the first limit it passes. */
export class RunningProcess implements RunningBox {
  onFrame: ((header: unknown) => boolean) | null = null
  private readonly reader: FrameReader
  private readonly poll: NodeJS.Timeout
  private readonly output: Buffer[] = []
  private readonly unasked: Frame[] = []
  private outputBytes = 0
  private pending: Pending | null = null
  private end: BoxEnd | null = null
  private disposal: Promise<void> | null = null
  private lastUsage: BoxUsage = { cpuSeconds: 0, peakMemoryMiB: null }

  constructor(
    private readonly child: ChildProcess,
    private readonly containment: Containment,
    private readonly limits: BoxLimits,
    frameLimits: FrameLimits,
  ) {
    this.reader = new FrameReader(frameLimits)
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => this.countOutput(chunk))
    for (const stream of child.stdio) stream?.on('error', () => {})
    const frames = child.stdio[3] as Readable
    frames.on('data', (chunk: Buffer) => this.readFrames(chunk))
    child.on('error', () => this.finish({ kind: 'exited', code: null, signal: null }))
    child.on('exit', (code, signal) => {
      const finish = () => this.finish(this.endOfExit(code, signal))
      if (frames.readableEnded || frames.destroyed) return finish()
      const timer = setTimeout(finish, DRAIN_MILLISECONDS)
      frames.once('close', () => {
        clearTimeout(timer)
        finish()
      })
    })
    this.poll = setInterval(() => this.checkLimits(), POLL_MILLISECONDS)
    this.poll.unref()
  }

  get ended(): BoxEnd | null {
    return this.end
  }

  async ask(header: unknown, body?: Uint8Array): Promise<Frame> {
    if (this.pending) throw new Error('one request at a time')
    if (this.unasked.length > 0) this.finish({ kind: 'protocol', message: 'an answer before the question' })
    const reply = this.nextFrame(this.limits.replySeconds)
    const frame = encodeFrame(header, body)
    const input = this.child.stdin as Writable
    if (!this.end) input.write(frame)
    return reply
  }

  /** Waits for a frame without asking: for the program's first one. */
  nextFrame(seconds: number): Promise<Frame> {
    if (this.end) return Promise.reject(new BoxEnded(this.end))
    const early = this.unasked.shift()
    if (early) return Promise.resolve(early)
    return new Promise((resolve, reject) => {
      const expire = (elapsedSeconds: number) => {
        // On a crowded machine a box that works is let go on: its processor time is limited, and tells.
        if (!this.containment.isBusy() || elapsedSeconds > BUSY_FACTOR * seconds) this.finish({ kind: 'reply-limit' })
        else if (this.pending) this.pending.timer = setTimeout(() => expire(elapsedSeconds + 1), 1000)
      }
      this.pending = { resolve, reject, timer: setTimeout(() => expire(seconds), seconds * 1000) }
    })
  }

  async usage(): Promise<BoxUsage> {
    return this.measure()
  }

  /** The first bytes of stdout and stderr: for operators, never for learners. */
  outputText(): string {
    return Buffer.concat(this.output).toString('utf8')
  }

  async destroy(): Promise<void> {
    this.finish({ kind: 'killed' })
    await this.disposal
  }

  private readFrames(chunk: Buffer): void {
    if (this.end) return
    let frames: Frame[]
    try {
      frames = this.reader.push(chunk)
    } catch (error) {
      if (!(error instanceof FrameError)) throw error
      this.finish({ kind: 'protocol', message: error.message })
      return
    }
    for (const frame of frames) {
      if (this.onFrame?.(frame.header)) this.countOutput(chunk.subarray(0, 0), JSON.stringify(frame.header).length)
      else if (this.pending) {
        const { resolve, timer } = this.pending
        clearTimeout(timer)
        this.pending = null
        resolve(frame)
      } else if (this.unasked.length === 0) this.unasked.push(frame)
      else this.finish({ kind: 'protocol', message: 'answers that nobody asked for' })
    }
  }

  private countOutput(chunk: Buffer, bytes = chunk.byteLength): void {
    const room = KEPT_OUTPUT_BYTES - Math.min(this.outputBytes, KEPT_OUTPUT_BYTES)
    if (room > 0 && chunk.byteLength > 0) this.output.push(Buffer.from(chunk.subarray(0, room)))
    this.outputBytes += bytes
    if (this.outputBytes > this.limits.outputBytes) this.finish({ kind: 'output-limit' })
  }

  private measure(): BoxUsage {
    if (this.end) return this.lastUsage
    const now = this.containment.usage()
    // Counters of processes that have just ended may read lower than before.
    this.lastUsage = {
      cpuSeconds: Math.max(now.cpuSeconds, this.lastUsage.cpuSeconds),
      peakMemoryMiB: now.peakMemoryMiB === null ? null : Math.max(now.peakMemoryMiB, this.lastUsage.peakMemoryMiB ?? 0),
    }
    return this.lastUsage
  }

  private checkLimits(): void {
    const { cpuSeconds } = this.measure()
    if (cpuSeconds > this.limits.cpuSeconds) this.finish({ kind: 'cpu-limit' })
    const over = this.containment.overLimit()
    if (over === 'out-of-memory') this.finish({ kind: 'out-of-memory' })
    else if (over === 'processes') this.finish({ kind: 'exited', code: null, signal: 'SIGKILL' })
  }

  private endOfExit(code: number | null, signal: NodeJS.Signals | null): BoxEnd {
    const { cpuSeconds } = this.measure()
    // V8 ends the process itself when its heap is full; it says so on stderr and nowhere else.
    const heapFull = /heap out of memory|Fatal process out of memory|OOM error/i.test(this.outputText())
    if (this.containment.ranOutOfMemory(code) || (heapFull && code !== 0)) return { kind: 'out-of-memory' }
    if (cpuSeconds > this.limits.cpuSeconds) return { kind: 'cpu-limit' }
    return { kind: 'exited', code, signal }
  }

  private finish(end: BoxEnd): void {
    if (this.end) return
    this.measure()
    this.end = end
    clearInterval(this.poll)
    this.disposal = this.containment.dispose().finally(() => {
      for (const stream of this.child.stdio) stream?.destroy()
    })
    if (!this.pending) {
      // Nobody waits for it now; whoever destroys the box gets an error of the clean-up.
      this.disposal.catch(() => {})
      return
    }
    const { reject, timer } = this.pending
    clearTimeout(timer)
    this.pending = null
    // Told only when nothing of the box is left.
    this.disposal.then(
      () => reject(new BoxEnded(end)),
      (error: Error) => reject(error),
    )
  }
}
