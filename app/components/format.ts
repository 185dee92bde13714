import { TZDate } from '@date-fns/tz'
import { differenceInCalendarDays, format } from 'date-fns'
import { lowerIsBetter, type MetricName } from '#lib/domain/metric.ts'

/** Short name of the zone at that moment: "AWST", "GMT+8" where the zone has no name of its own. */
function zoneName(at: Date, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en-AU', { timeZone, timeZoneName: 'short' }).formatToParts(at)
  return parts.find((part) => part.type === 'timeZoneName')?.value ?? timeZone
}

/** "Fri 27 Nov, 18:00 AWST": dates that people act on, always with their zone. */
export const formatDateTime = (at: Date, timeZone: string): string =>
  `${format(new TZDate(at, timeZone), 'EEE d MMM, HH:mm')} ${zoneName(at, timeZone)}`

/** "27 Nov 2026" */
export const formatDate = (at: Date, timeZone: string): string => format(new TZDate(at, timeZone), 'd MMM yyyy')

/** "18:00" */
export const formatTime = (at: Date, timeZone: string): string => format(new TZDate(at, timeZone), 'HH:mm')

/** "18:00" on the day itself, "Fri 18:00" within a week, else "27 Nov": the shortest that cannot be misread. */
export function formatMoment(at: Date, now: Date, timeZone: string): string {
  const there = new TZDate(at, timeZone)
  const days = Math.abs(differenceInCalendarDays(there, new TZDate(now, timeZone)))
  return format(there, days === 0 ? 'HH:mm' : days < 7 ? 'EEE HH:mm' : 'd MMM')
}

const STEPS = [
  { unit: 'minute', seconds: 60 },
  { unit: 'hour', seconds: 3600 },
  { unit: 'day', seconds: 86_400 },
  { unit: 'week', seconds: 604_800 },
] as const
const relative = new Intl.RelativeTimeFormat('en-GB', { numeric: 'always' })

/** "in 3 days", "2 hours ago", "just now" within a minute. Rounded towards now, so that no deadline looks further than it is. */
export function formatRelative(at: Date, now: Date): string {
  const seconds = (at.getTime() - now.getTime()) / 1000
  const step = STEPS.findLast((candidate) => Math.abs(seconds) >= candidate.seconds)
  if (!step) return seconds > 0 ? 'in under a minute' : 'just now'
  return relative.format(Math.trunc(seconds / step.seconds), step.unit)
}

/** "0.947"; errors of a regression with three significant figures; cases in per cent. What is not there is an en dash. */
export function formatScore(metric: MetricName, value: number | null | undefined): string {
  if (value === null || value === undefined) return '–'
  if (metric === 'cases') return `${Math.round(value * 1000) / 10} %`
  if (!lowerIsBetter(metric)) return value.toFixed(3)
  return value !== 0 && Math.abs(value) < 100 ? value.toPrecision(3) : value.toFixed(0)
}

/** "82.5", "100" */
export const formatPoints = (points: number): string => String(Math.round(points * 10) / 10)

/** "40,000" */
export const formatCount = (count: number): string => count.toLocaleString('en-GB')

/** "0.8 s", "42 s", "2 min 5 s" */
export function formatSeconds(seconds: number): string {
  if (seconds < 10) return `${seconds.toFixed(1)} s`
  const whole = Math.round(seconds)
  if (whole < 60) return `${whole} s`
  return whole % 60 === 0 ? `${whole / 60} min` : `${Math.floor(whole / 60)} min ${whole % 60} s`
}

/** "1 attempt", "3 attempts" */
export const formatNumberOf = (count: number, one: string, many = `${one}s`): string =>
  `${formatCount(count)} ${count === 1 ? one : many}`

const METRIC_WORDS: Record<MetricName, string> = {
  accuracy: 'Accuracy',
  macroF1: 'Macro-F1',
  rmse: 'RMSE',
  cases: 'Cases passed',
}
export const metricWord = (metric: MetricName): string => METRIC_WORDS[metric]
