import type { RunView } from '#app/components/run/run-view.ts'
import { justQueued } from '#app/components/run/run-view.ts'
import type { Progress, RunEnd } from '#app/sandbox/open-sandbox.ts'
import type { Case } from '#lib/contract/exercise.ts'
import type { GradeReport, RunError } from '#lib/contract/report.ts'
import type { Backend, SandboxFault } from '#lib/contract/sandbox-protocol.ts'
import type { Phase } from '#lib/contract/telemetry.ts'
import { compareAnswer, describeCase, describeThrown } from '#lib/domain/compare-case.ts'
import type { Position } from '#lib/learner/position-mapper.ts'

/** A run in the learner's own browser. Nobody else ever hears of it. */
export interface BrowserRun {
  /** What was run, so that a fault is shown on the line as it was. */
  source: string
  state: 'running' | 'finished'
  phase: Phase
  backend: Backend | null
  model: RunView['model']
  step: RunView['step']
  curve: RunView['curve']
  console: RunView['console']
  notices: string[]
  cases: GradeReport['cases']
  bestEpoch: number | null
  stopped: boolean
  error: RunError | null
}

export const startRun = (source: string): BrowserRun => ({
  source,
  state: 'running',
  phase: 'compiling',
  backend: null,
  model: null,
  step: null,
  curve: [],
  console: [],
  notices: [],
  cases: [],
  bestEpoch: null,
  stopped: false,
  error: null,
})

/** What the reducer has to know besides the run: positions are those of the JavaScript until they are mapped. */
export interface RunContext {
  cases: readonly Case[]
  mapPosition: (at: Position) => Position | undefined
  maxSeconds: number
}

export const errorOf = (
  { verdict, message, hint, at }: SandboxFault,
  mapPosition: RunContext['mapPosition'],
): RunError => ({
  kind: verdict,
  message,
  ...(at ? mapPosition(at) : {}),
  ...(hint ? { hint } : {}),
})

/** What is known after an event. */
export function reduceEvent(run: BrowserRun, event: Progress, context: RunContext): BrowserRun {
  switch (event.kind) {
    case 'phase':
      return { ...run, phase: event.phase }
    case 'console':
      return { ...run, console: [...run.console, { level: event.level, line: event.line }].slice(0, MAX_LINES) }
    case 'notice':
      return { ...run, notices: [...run.notices, event.message] }
    case 'backend':
      return { ...run, backend: event.name }
    case 'model': {
      const { kind: _, ...model } = event
      return { ...run, model }
    }
    case 'step': {
      const { kind: _, ...step } = event
      return { ...run, step }
    }
    case 'epoch':
      return { ...run, curve: [...run.curve, event.point] }
    case 'trained':
      return {
        ...run,
        bestEpoch: event.restoredBest ? event.bestEpoch : null,
        notices: [...run.notices, ...noticesOf(event, run, context)],
      }
    case 'answer': {
      const asked = context.cases[run.cases.length]
      if (!asked) return run
      return { ...run, cases: [...run.cases, { fn: asked.fn, ...judged(asked, event.answer, context) }] }
    }
    case 'output':
      // Cells give outputs; a solution has a console.
      return run
    default:
      return event satisfies never
  }
}

/** As many as the worker lets through when nobody tampers with it. */
const MAX_LINES = 201

export const endRun = (run: BrowserRun, end: RunEnd, { mapPosition }: RunContext): BrowserRun => ({
  ...run,
  state: 'finished',
  stopped: end.kind === 'stopped',
  error: end.kind === 'fault' ? errorOf(end.fault, mapPosition) : null,
})

type Trained = Extract<Progress, { kind: 'trained' }>

function noticesOf({ outcome, epochsRun }: Trained, { model }: BrowserRun, { maxSeconds }: RunContext): string[] {
  const planned = model?.epochs ?? epochsRun
  if (outcome === 'cpu-limit')
    return [
      `Stopped after ${maxSeconds} seconds, with ${epochsRun} of ${planned} epochs whole. The grader trains all of them, and faster.`,
    ]
  if (outcome === 'stopped-early') return [`Early stopping ended it after ${epochsRun} of ${planned} epochs.`]
  if (outcome === 'diverged')
    return [
      `The loss left the range of numbers in epoch ${epochsRun}. Divide the learning rate by 10, and scale the inputs.`,
    ]
  return []
}

type Answer = Extract<Progress, { kind: 'answer' }>['answer']

function judged(asked: Case, answer: Answer, { mapPosition }: RunContext): { passed: boolean; message: string } {
  if (!answer.ok) return { passed: false, message: describeThrown(asked, errorOf(answer.fault, mapPosition)) }
  const comparison = compareAnswer(asked.expect, answer.value)
  return { passed: comparison.equal, message: describeCase(asked, comparison) }
}

/** As the components of a graded run take it. */
export const viewOf = (run: BrowserRun): RunView => ({
  ...justQueued(''),
  state: run.state,
  phase: run.phase,
  model: run.model,
  step: run.step,
  curve: run.curve,
  console: run.console,
  notices: run.notices,
  verdict: run.error?.kind ?? null,
})
