/** Who an instructor should look at first, and why. The reasons in order of urgency: the first that holds is given. */
export const NEEDS = ['same-error', 'stuck', 'not-started'] as const
export type Need = (typeof NEEDS)[number]

/** How many attempts without a pass make somebody stuck. */
export const STUCK_ATTEMPTS = 3
/** How close to the due date having nothing handed in becomes a worry. */
export const NEAR_DUE_MS = 48 * 3600 * 1000

export interface WorkOnAssignment {
  /** Submissions whose effective run is no platform error. */
  attempts: number
  passed: boolean
  hasDraft: boolean
  /** What the last graded submissions came to, newest first: an error's message or a diagnosis; null for neither. */
  lastTroubles: readonly (string | null)[]
  opensAt: Date
  dueAt: Date
  closesAt: Date
}

/** The trouble that the last three submissions share, or null. */
export function repeatedTrouble(troubles: readonly (string | null)[]): string | null {
  const last = troubles.slice(0, STUCK_ATTEMPTS)
  const [first] = last
  return first && last.length === STUCK_ATTEMPTS && last.every((trouble) => trouble === first) ? first : null
}

/** Null: nobody has to act. Once an assignment has closed nothing can be mended any more. */
export function needOf(work: WorkOnAssignment, now: Date): Need | null {
  if (work.passed || now < work.opensAt || now >= work.closesAt) return null
  if (repeatedTrouble(work.lastTroubles) !== null) return 'same-error'
  if (work.attempts >= STUCK_ATTEMPTS) return 'stuck'
  if (work.attempts === 0 && !work.hasDraft && work.dueAt.getTime() - now.getTime() <= NEAR_DUE_MS) return 'not-started'
  return null
}
