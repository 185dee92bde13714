import { faultOf, type Verdict } from './verdict.ts'

/** What an exercise is to one learner now, in the order of the way through it. */
export type ExerciseState =
  | { kind: 'not-started' }
  /** There is a draft, and nothing handed in. */
  | { kind: 'in-progress' }
  | { kind: 'queued' }
  | { kind: 'running' }
  | { kind: 'scored'; passed: boolean }
  /** The last submission ended in an error of the learner's, and none before it was scored. */
  | { kind: 'error'; verdict: Verdict }
  /** It ended in an error of ours; the attempt was given back. */
  | { kind: 'platform-error' }

interface Facts {
  hasDraft: boolean
  /** The newest run of the newest submission. */
  lastRun: { state: 'queued' | 'running' | 'finished'; verdict: Verdict | null } | null
  standing: { scored: boolean; passed: boolean } | null
}

/** What is under way comes first, then what was reached, then what went wrong: a late error hides no score. */
export function exerciseState({ hasDraft, lastRun, standing }: Facts): ExerciseState {
  if (lastRun && lastRun.state !== 'finished') return { kind: lastRun.state }
  if (standing?.scored) return { kind: 'scored', passed: standing.passed }
  if (lastRun?.verdict) {
    return faultOf(lastRun.verdict) === 'platform'
      ? { kind: 'platform-error' }
      : { kind: 'error', verdict: lastRun.verdict }
  }
  return { kind: hasDraft ? 'in-progress' : 'not-started' }
}

interface Candidate {
  state: ExerciseState
  opening: 'not-open' | 'open' | 'closed'
  /** When the learner last did something in it. */
  touchedAt: Date | null
}

const isUnfinished = ({ kind, ...state }: ExerciseState): boolean =>
  kind !== 'scored' || ('passed' in state && !state.passed)

/**
 * The exercise that "Continue" leads to: of the open ones that are not passed, the one last worked on, else the first
 * not yet begun. Null when there is nothing left to do.
 */
export function nextExercise<C extends Candidate>(inOrder: readonly C[]): C | null {
  const open = inOrder.filter(({ opening, state }) => opening === 'open' && isUnfinished(state))
  const touched = open.filter((candidate) => candidate.touchedAt !== null)
  const latest = touched.reduce<C | null>(
    (best, candidate) => ((candidate.touchedAt ?? 0) > (best?.touchedAt ?? 0) ? candidate : best),
    null,
  )
  return latest ?? open[0] ?? null
}
