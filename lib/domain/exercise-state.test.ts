import { describe, expect, it } from 'vitest'
import { type ExerciseState, exerciseState, nextExercise } from './exercise-state.ts'

const scored = { scored: true, passed: false }
const nothing = { scored: false, passed: false }

describe('exerciseState', () => {
  it.each([
    [{ hasDraft: false, lastRun: null, standing: null }, { kind: 'not-started' }],
    [{ hasDraft: true, lastRun: null, standing: null }, { kind: 'in-progress' }],
    [{ hasDraft: true, lastRun: { state: 'queued', verdict: null }, standing: scored }, { kind: 'queued' }],
    [{ hasDraft: true, lastRun: { state: 'running', verdict: null }, standing: null }, { kind: 'running' }],
    // A late error hides no score.
    [
      { hasDraft: true, lastRun: { state: 'finished', verdict: 'compile_error' }, standing: scored },
      { kind: 'scored', passed: false },
    ],
    [
      { hasDraft: true, lastRun: { state: 'finished', verdict: 'timed_out' }, standing: nothing },
      { kind: 'error', verdict: 'timed_out' },
    ],
    [
      { hasDraft: true, lastRun: { state: 'finished', verdict: 'platform_error' }, standing: null },
      { kind: 'platform-error' },
    ],
  ] as const)('%o is %o', (facts, state) => {
    expect(exerciseState(facts)).toEqual(state)
  })
})

describe('nextExercise', () => {
  const at = (hour: number) => new Date(Date.UTC(2026, 10, 23, hour))
  const candidate = (name: string, state: ExerciseState, touchedAt: Date | null, opening = 'open' as const) => ({
    name,
    state,
    touchedAt,
    opening,
  })
  const untouched = candidate('untouched', { kind: 'not-started' }, null)
  const passed = candidate('passed', { kind: 'scored', passed: true }, at(9))
  const early = candidate('early', { kind: 'in-progress' }, at(7))
  const late = candidate('late', { kind: 'scored', passed: false }, at(8))

  it.each([
    [[untouched, passed], 'untouched'],
    [[untouched, early, late, passed], 'late'],
    [[passed], undefined],
    [[{ ...early, opening: 'closed' as const }, untouched], 'untouched'],
    [[], undefined],
  ])('%#: leads to %s', (candidates, name) => {
    expect(nextExercise(candidates)?.name).toBe(name)
  })
})
