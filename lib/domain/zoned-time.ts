import { TZDate } from '@date-fns/tz'
import { format } from 'date-fns'

/** Whether `name` is an IANA time zone that this runtime knows. */
export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en-AU', { timeZone: name })
    return true
  } catch {
    return false
  }
}

const LOCAL = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})$/

/**
 * The moment that `local` ("2026-11-27T18:00", the form of a datetime-local field) names in the zone, or null where
 * it names none: not a date, or an hour that a change of clocks skips.
 */
export function fromZoned(local: string, timeZone: string): Date | null {
  const parts = LOCAL.exec(local)?.slice(1).map(Number)
  if (!parts) return null
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = parts
  const there = new TZDate(year, month - 1, day, hour, minute, timeZone)
  const at = new Date(there.getTime())
  return toZoned(at, timeZone) === local ? at : null
}

/** The clock on the wall of the zone at that moment: "2026-11-27T18:00". */
export const toZoned = (at: Date, timeZone: string): string =>
  format(new TZDate(at.getTime(), timeZone), "yyyy-MM-dd'T'HH:mm")
