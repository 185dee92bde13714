import type { Bundle } from '#lib/catalogue/load-bundle.ts'
import { runSeed } from '#lib/catalogue/run-seed.ts'
import type { Exercise } from '#lib/contract/exercise.ts'
import type { ContextData } from '#lib/contract/learner-protocol.ts'
import type { Diagnosis, GradeReport } from '#lib/contract/report.ts'
import type { Slots } from '#lib/contract/slots.ts'
import type { EpochPoint, RunEvent } from '#lib/contract/telemetry.ts'
import type { Transpiled } from '#lib/learner/transpile-rules.ts'
import type { Box, RunningBox } from '../box/box.ts'
import { type LearnerFailure, type LearnerSession, openLearner } from '../learner/learner-session.ts'
import { transpile } from '../learner/transpile.ts'
import type { Engine, Trainer } from '../trainer/trainer.ts'
import { LEARNER_LIMITS } from './learner-limits.ts'
import { RunStopped } from './run-stopped.ts'
import type { Stopwatch } from './stopwatch.ts'

export interface GradeInput {
  bundle: Bundle
  /** The learner's TypeScript. */
  source: string
  box: Pick<Box, 'level' | 'start'>
  /** Asked for when training begins; by-hand exercises never ask. */
  trainer: () => Promise<Trainer>
  now: () => Date
  onEvent: (event: RunEvent) => void
  /** Aborts the run: boxes are destroyed and the abort reason is thrown. */
  signal?: AbortSignal
}

interface OpenBox {
  session: LearnerSession
  notices: string[]
  functions: string[]
}

export interface Training {
  curve: EpochPoint[]
  params: number
  summary: GradeReport['training']
  weightsHash: string
}

/** One run's open things: its boxes, console, notices and watch. */
export class GradingRun {
  readonly console: string[] = []
  readonly notices: string[] = []
  readonly seed: number
  /** What training left, also when the run ends without a score. */
  trained: Training | null = null
  /** What explains the result, as far as it is known. */
  diagnoses: Diagnosis[] = []
  engine: Engine | null = null
  private readonly boxes: RunningBox[] = []

  constructor(
    readonly input: GradeInput,
    readonly watch: Stopwatch,
  ) {
    this.seed = runSeed(input.bundle.exercise)
  }

  get exercise(): Exercise {
    return this.input.bundle.exercise
  }

  phase(phase: Extract<RunEvent, { kind: 'phase' }>['phase']): void {
    this.input.signal?.throwIfAborted()
    this.input.onEvent({ kind: 'phase', phase })
  }

  tell(notices: readonly string[]): void {
    for (const message of notices) {
      this.notices.push(message)
      this.input.onEvent({ kind: 'notice', message })
    }
  }

  /** The learner's module as CommonJS. @throws RunStopped at its line when it is no TypeScript we take */
  async compile(): Promise<Transpiled> {
    const result = await transpile(this.input.source)
    if (result.ok) return result
    throw new RunStopped({ kind: result.verdict, message: result.message, ...result.at, ...hint(result.hint) })
  }

  /**
   * A fresh box with both modules loaded, told about as it loads.
   * @param options slots other than the exercise's; `quiet` keeps its console lines to itself
   * @throws RunStopped when loading fails
   */
  async openBox(
    solution: Transpiled,
    context: ContextData,
    options: { slots?: Slots; quiet?: boolean } = {},
  ): Promise<OpenBox> {
    const starter = await compileStarter(this.input.bundle)
    const running = await this.input.box.start(LEARNER_LIMITS)
    this.boxes.push(running)
    // The run may have ended while the box started, and closed what was open then.
    if (this.input.signal?.aborted) await running.destroy()
    this.input.signal?.throwIfAborted()
    const session = openLearner(running)
    if (!options.quiet)
      session.onConsole = (level, line) => {
        this.console.push(level === 'log' ? line : `${level}: ${line}`)
        this.input.onEvent({ kind: 'console', level, line })
      }
    const loaded = await session.load({
      solution: solution.code,
      starter: starter.code,
      slots: options.slots ?? this.exercise.slots,
      context,
      seed: this.seed,
    })
    if (!loaded.ok) throw this.stopped(loaded, solution)
    return { session, ...loaded }
  }

  stopped(failure: LearnerFailure, solution: Transpiled): RunStopped {
    const at = failure.at && solution.mapPosition(failure.at)
    return new RunStopped({ kind: failure.verdict, message: failure.message, ...at, ...hint(failure.hint) })
  }

  /**
   * Waits for `work` no longer than the run is wanted: a trainer that hangs answers no question of whether it should.
   * What then still runs ends with its box and its trainer.
   */
  async untilAborted<T>(work: Promise<T>): Promise<T> {
    const { signal } = this.input
    if (!signal) return work
    const aborted = Promise.withResolvers<never>()
    const abort = () => aborted.reject(signal.reason)
    signal.addEventListener('abort', abort, { once: true })
    if (signal.aborted) abort()
    work.catch(() => {})
    try {
      return await Promise.race([work, aborted.promise])
    } finally {
      signal.removeEventListener('abort', abort)
    }
  }

  /** Nothing more is asked of the boxes: they begin to end, which the run need not wait for until it is over. */
  leaveBoxes(): void {
    // `close` says what went wrong.
    this.close().catch(() => {})
  }

  /** Waits until nothing of the boxes is left. @throws when processes in a box could not be killed */
  async close(): Promise<void> {
    await Promise.all(this.boxes.map((box) => box.destroy()))
  }
}

const hint = (text: string | undefined) => (text ? { hint: text } : {})

const starters = new WeakMap<Bundle, Promise<Transpiled>>()

/** The starter is ours: one that doesn't compile is a broken exercise, not the learner's fault. */
export function compileStarter(bundle: Bundle): Promise<Transpiled> {
  const known = starters.get(bundle)
  if (known) return known
  const compiling = transpile(bundle.starter).then((result) => {
    if (result.ok) return result
    throw new Error(`${bundle.exercise.slug}: starter.ts: ${result.message}`)
  })
  starters.set(bundle, compiling)
  return compiling
}
