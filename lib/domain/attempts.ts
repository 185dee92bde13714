import { TZDate } from '@date-fns/tz'
import { addDays, startOfDay } from 'date-fns'
import type { Verdict } from './verdict.ts'

export interface RunOutcome {
  number: number
  /** Null until the run has finished. */
  verdict: Verdict | null
}

/**
 * The run that stands for its submission: the newest finished one that is not a platform error, so that a regrade that
 * fails on our side leaves the grade as it was. With none, the newest platform error; null while nothing has finished.
 */
export function effectiveRun<R extends RunOutcome>(runs: readonly R[]): R | null {
  const finished = runs.filter((run) => run.verdict !== null).sort((a, b) => b.number - a.number)
  return finished.find((run) => run.verdict !== 'platform_error') ?? finished[0] ?? null
}

/**
 * Whether a submission costs an attempt. One that is still being graded does, so that a quota cannot be overrun by
 * being quick; one that ended in nothing but a platform error has given it back.
 */
export const costsAttempt = (runs: readonly RunOutcome[]): boolean =>
  runs.some((run) => run.verdict === null) || effectiveRun(runs)?.verdict !== 'platform_error'

/** The calendar day of `now` on the course's clock, half-open; 23 or 25 hours long when clocks change. */
export function dayOf(now: Date, timeZone: string): { from: Date; until: Date } {
  const from = startOfDay(new TZDate(now.getTime(), timeZone))
  return { from: new Date(from.getTime()), until: new Date(addDays(from, 1).getTime()) }
}

/** Attempts that are left of `attemptsPerDay` after the day's submissions. */
export const attemptsLeft = (attemptsPerDay: number, todaysSubmissions: readonly (readonly RunOutcome[])[]): number =>
  Math.max(0, attemptsPerDay - todaysSubmissions.filter(costsAttempt).length)
