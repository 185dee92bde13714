/** Who an instructor should look at first, and why. The reasons in order of urgency: the first that holds is given. */
export const NEEDS = ['same-error', 'stuck', 'not-started'] as const
export type Need = (typeof NEEDS)[number]

/** How many attempts without a pass make somebody stuck. */
export const STUCK_ATTEMPTS = 3
/** How long before its due date an exercise should have been begun. */
const NEAR_DUE_MS = 48 * 3600 * 1000
/**
 * Who has begun less than this share of what is due has fallen behind. More than that and one is left out: that is a
 * choice, and almost everybody makes it once in a course.
 */
const SHARE_TO_BEGIN = 0.5

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

/** What somebody needs with each of a course's assignments. Null: nobody has to act. */
export function needsOf(works: readonly WorkOnAssignment[], now: Date): (Need | null)[] {
  // Once an assignment has closed nothing can be mended any more.
  const open = works.filter(({ opensAt, closesAt }) => opensAt <= now && now < closesAt)
  const due = open.filter(({ dueAt }) => dueAt.getTime() - now.getTime() <= NEAR_DUE_MS)
  const isBehind = due.filter(hasBegun).length < SHARE_TO_BEGIN * due.length
  return works.map((work) => {
    if (work.passed || !open.includes(work)) return null
    if (repeatedTrouble(work.lastTroubles) !== null) return 'same-error'
    if (work.attempts >= STUCK_ATTEMPTS) return 'stuck'
    return isBehind && due.includes(work) && !hasBegun(work) ? 'not-started' : null
  })
}

const hasBegun = ({ attempts, hasDraft }: WorkOnAssignment): boolean => attempts > 0 || hasDraft
