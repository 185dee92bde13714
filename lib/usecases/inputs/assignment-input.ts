import { z } from 'zod'
import { Slug } from '../../contract/exercise.ts'
import { fromZoned } from '../../domain/zoned-time.ts'

const Local = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/, 'Give a date and a time.')
const figure = (what: string) => z.coerce.number(`Give ${what} as a number.`)

/** What the form holds. Dates are on the wall clock of the course; `parseAssignment` makes moments of them. */
export const AssignmentInput = z.object({
  slug: Slug,
  opensAt: Local,
  dueAt: Local,
  closesAt: Local,
  attemptsPerDay: figure('the attempts').int('Give a whole number.').min(1, 'At least 1.').max(100, 'At most 100.'),
  maxPoints: figure('the points').min(0, 'At least 0.').max(1000, 'At most 1,000.'),
  latePenaltyPercent: figure('the penalty').min(0, 'At least 0.').max(100, 'At most 100.'),
  revealAtOnce: z.boolean().default(false),
  requiresGpu: z.boolean().default(false),
})
export type AssignmentInput = z.infer<typeof AssignmentInput>

export interface AssignmentFields {
  slug: string
  opensAt: Date
  dueAt: Date
  closesAt: Date
  attemptsPerDay: number
  maxPoints: number
  latePenaltyPerDay: number
  revealAtOnce: boolean
  requiresGpu: boolean
}
type DateField = 'opensAt' | 'dueAt' | 'closesAt'
export type AssignmentFault = { field: DateField; message: string }

/** The fields as stored: dates in UTC, opens < due ≤ closes; or what is wrong, by field. */
export function parseAssignment(
  { latePenaltyPercent, opensAt, dueAt, closesAt, ...rest }: AssignmentInput,
  timeZone: string,
): { ok: true; fields: AssignmentFields } | { ok: false; faults: AssignmentFault[] } {
  const opens = fromZoned(opensAt, timeZone)
  const due = fromZoned(dueAt, timeZone)
  const closes = fromZoned(closesAt, timeZone)
  const faults: AssignmentFault[] = []
  const missing = `There is no such time in ${timeZone}.`
  if (!opens) faults.push({ field: 'opensAt', message: missing })
  if (!due) faults.push({ field: 'dueAt', message: missing })
  if (!closes) faults.push({ field: 'closesAt', message: missing })
  if (opens && due && due <= opens) faults.push({ field: 'dueAt', message: 'It must be due after it opens.' })
  if (due && closes && closes < due) faults.push({ field: 'closesAt', message: 'It cannot close before it is due.' })
  if (!opens || !due || !closes || faults.length > 0) return { ok: false, faults }
  return {
    ok: true,
    fields: { ...rest, opensAt: opens, dueAt: due, closesAt: closes, latePenaltyPerDay: latePenaltyPercent / 100 },
  }
}
