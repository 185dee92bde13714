export interface RevealRules {
  closesAt: Date
  /** Practice: nothing is held back. */
  revealAtOnce: boolean
}

/** Whether hidden figures may be shown to the learner: once the assignment has closed, or at once in practice. */
export const isRevealed = ({ closesAt, revealAtOnce }: RevealRules, now: Date): boolean =>
  revealAtOnce || now.getTime() >= closesAt.getTime()

interface HiddenFigures {
  metric: { private: number | null }
  finalPoints: number
  finallyPassed: boolean
}

/**
 * What may be seen of a report. Held back until it is revealed: the private score and what follows from it, since each
 * peek at it would let people fit their models to the rows that count.
 */
export const disclose = <R extends HiddenFigures>(report: R, revealed: boolean) => ({
  ...report,
  metric: { ...report.metric, private: revealed ? report.metric.private : null },
  finalPoints: revealed ? report.finalPoints : null,
  finallyPassed: revealed ? report.finallyPassed : null,
  revealed,
})
