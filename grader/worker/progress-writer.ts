import type { RunLive } from '#lib/contract/run-stream.ts'
import type { EpochPoint, Phase, RunEvent } from '#lib/contract/telemetry.ts'
import type { Db } from '#lib/db.ts'
import { keepsPoint } from '#lib/domain/thin-curve.ts'
import type { Logger } from '#lib/log.ts'
import { recordProgress } from '#lib/usecases/record-progress.ts'

const CONSOLE_LINES = 200
const CONSOLE_LINE_CHARACTERS = 1_000

/**
 * Writes what a run tells to its row, at most once in `gapMs`, the first of a burst at once: many steps of training are
 * worth one look.
 */
export class ProgressWriter {
  private readonly live: RunLive = { model: null, step: null, console: [], notices: [] }
  private phase: Phase = 'compiling'
  private points: EpochPoint[] = []
  private changed = false
  private finished = false
  private writing: Promise<void> | null = null
  private timer: NodeJS.Timeout | null = null
  private lastWriteMs = Number.NEGATIVE_INFINITY

  constructor(
    private readonly db: Db,
    private readonly run: { runId: string; attempt: number },
    private readonly options: { gapMs: number; logger: Logger; onFenced: () => void },
  ) {}

  handle(event: RunEvent): void {
    if (this.finished) return
    // Taking the run has told its first phase: a write for it would hold up what is new.
    if (event.kind === 'phase' && event.phase === this.phase) return
    this.take(event)
    this.changed = true
    this.schedule()
  }

  /** Writes no more; what is still pending comes with the result. */
  async finish(): Promise<void> {
    this.finished = true
    if (this.timer) clearTimeout(this.timer)
    await this.writing
  }

  private take(event: RunEvent): void {
    switch (event.kind) {
      case 'phase':
        this.phase = event.phase
        return
      case 'console':
        if (this.live.console.length < CONSOLE_LINES) {
          this.live.console.push({ level: event.level, line: event.line.slice(0, CONSOLE_LINE_CHARACTERS) })
        }
        return
      case 'notice':
        this.live.notices.push(event.message)
        return
      case 'model': {
        const { kind: _, ...model } = event
        this.live.model = model
        return
      }
      case 'step': {
        const { kind: _, ...step } = event
        this.live.step = step
        return
      }
      case 'epoch':
        this.live.step = null
        if (keepsPoint(event.point.epoch, this.live.model?.epochs ?? 1)) this.points.push(event.point)
        return
      default:
        event satisfies never
    }
  }

  private schedule(): void {
    if (this.timer || this.writing || this.finished || !this.changed) return
    const wait = this.lastWriteMs + this.options.gapMs - performance.now()
    if (wait <= 0) {
      this.writing = this.write()
      return
    }
    this.timer = setTimeout(() => {
      this.timer = null
      this.writing = this.write()
    }, wait)
  }

  private async write(): Promise<void> {
    const points = this.points
    this.points = []
    this.changed = false
    this.lastWriteMs = performance.now()
    try {
      const outcome = await recordProgress(this.db, { ...this.run, phase: this.phase, live: this.live, points })
      if (outcome === 'fenced') {
        this.finished = true
        this.options.onFenced()
      }
    } catch (error) {
      // The page misses a moment; the points come with the next write, and all of them with the result.
      this.points = [...points, ...this.points]
      this.changed = true
      this.options.logger.warn({ error: String(error) }, 'progress could not be written')
    } finally {
      this.writing = null
      this.schedule()
    }
  }
}
