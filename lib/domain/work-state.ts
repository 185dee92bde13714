import type { Bars } from './bars.ts'
import { reaches } from './metric.ts'
import { SCORE_AT_FULL, scorePart } from './score.ts'

/** How far somebody is with an assignment, as staff see it at a glance. */
export const WORK_STATES = ['none', 'drafting', 'grading', 'failing', 'below', 'passed', 'full'] as const
export type WorkState = (typeof WORK_STATES)[number]

export interface Work {
  submissions: number
  score: number | null
  passed: boolean
  hasDraft: boolean
  isGrading: boolean
}

/** `failing`: handed in, but no run came to a score; `below`: scored, not passed. A pass is not hidden by a later run. */
export function workState({ submissions, score, passed, hasDraft, isGrading }: Work, bars: Bars): WorkState {
  if (passed) return score !== null && reaches(bars.metric, score, bars.full) ? 'full' : 'passed'
  if (isGrading) return 'grading'
  if (score !== null) return 'below'
  if (submissions > 0) return 'failing'
  return hasDraft ? 'drafting' : 'none'
}

/** 0 at the baseline or worse, 1 at the full bar or better, along the same line that points follow. */
export const heatOf = ({ metric, baseline, pass, full }: Bars, score: number): number =>
  scorePart({ metric, baseline: baseline ?? 0, passBar: pass, fullBar: full }, score) / SCORE_AT_FULL

/** The middle value; of an even number the mean of the two in the middle. Null of nothing. */
export function median(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  const upper = sorted[middle]
  if (upper === undefined) return null
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? upper)) / 2
}
