import type { Bars } from '#lib/domain/bars.ts'
import { lowerIsBetter, reaches } from '#lib/domain/metric.ts'

/** Where things lie on a score track, from 0 (left, worse) to 1 (right, better), whatever the metric's direction. */
export interface ScoreScale {
  at: (value: number) => number
  baseline: number | null
  pass: number
  full: number
}

// Room beyond the bars, as shares of the distance between them: most scores of interest lie between baseline and full.
const ROOM_BELOW = 0.35
const ROOM_ABOVE = 0.2

/** A linear scale around the bars. Values beyond its ends lie on the ends. */
export function scoreScale({ metric, baseline, pass, full }: Bars): ScoreScale {
  const from = baseline ?? 0
  const span = full - from
  const low = baseline === null ? from : from - span * ROOM_BELOW
  const best = full + span * ROOM_ABOVE
  // Shares end at 1: a track that went on would promise what cannot be had.
  const high = lowerIsBetter(metric) ? Math.max(0, best) : Math.min(1, best)
  const at = (value: number) => Math.min(1, Math.max(0, (value - low) / (high - low)))
  return { at, baseline: baseline === null ? null : at(baseline), pass: at(pass), full: at(full) }
}

export type Standing = 'full' | 'pass' | 'above-baseline' | 'baseline'

/** The highest bar that a score reaches. */
export function standingOf({ metric, baseline, pass, full }: Bars, score: number): Standing {
  if (reaches(metric, score, full)) return 'full'
  if (reaches(metric, score, pass)) return 'pass'
  return baseline !== null && reaches(metric, baseline, score) ? 'baseline' : 'above-baseline'
}

const WORDS: Record<Standing, string> = {
  full: 'reaches the full-marks bar',
  pass: 'reaches the pass bar',
  'above-baseline': 'below the pass bar',
  baseline: 'no better than the baseline',
}
export const standingWords = (standing: Standing): string => WORDS[standing]
