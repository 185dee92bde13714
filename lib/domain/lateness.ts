const DAY_MS = 24 * 3_600_000

/** Due dates are half-open: whoever hands in at the very moment is late. */
export const isLate = (dueAt: Date, receivedAt: Date): boolean => receivedAt.getTime() >= dueAt.getTime()

/** Days (of 24 hours) that have begun since the due date: 0 before it, 1 from it on. */
export const startedDaysLate = (dueAt: Date, receivedAt: Date): number =>
  isLate(dueAt, receivedAt) ? Math.floor((receivedAt.getTime() - dueAt.getTime()) / DAY_MS) + 1 : 0

/** Share of the points that is kept, in [0, 1]: `penaltyPerDay` is lost for each started day. */
export const keptShare = (dueAt: Date, receivedAt: Date, penaltyPerDay: number): number =>
  Math.min(1, Math.max(0, 1 - startedDaysLate(dueAt, receivedAt) * penaltyPerDay))
