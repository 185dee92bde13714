import type { Rule } from './evidence.ts'
import { belowPass, percent } from './read-evidence.ts'

const RARE = 0.15
const COMMON = 0.6
/** Share of the rare rows that the model finds. */
const HARDLY_ANY = 0.2

/** A rare class that the model hardly ever finds, the loss having been told nothing of it. */
export const imbalanceIgnored: Rule = (evidence) => {
  const { labels, confusion, plan, exercise, writable } = evidence
  if (labels.kind !== 'classes' || !confusion || plan.classWeight !== undefined || !writable.training) return null
  if (exercise.metric !== 'macroF1' || !belowPass(evidence)) return null
  const common = labels.shares.indexOf(Math.max(...labels.shares))
  const commonShare = labels.shares[common] ?? 0
  if (commonShare < COMMON) return null
  const missed = labels.shares.flatMap((share, label) => {
    const truth = confusion[label] ?? []
    const rows = truth.reduce((sum, count) => sum + count, 0)
    const found = truth[label] ?? 0
    return share <= RARE && rows > 0 && found < HARDLY_ANY * rows ? [{ label, share, rows, found }] : []
  })
  const [worst] = missed.toSorted((a, b) => a.found / a.rows - b.found / b.rows)
  if (!worst) return null
  return `Your model found ${worst.found} of the ${worst.rows} public rows of class "${labels.names[worst.label]}". Only ${percent(worst.share)} of the training rows are of that class and ${percent(commonShare)} are "${labels.names[common]}", so saying "${labels.names[common]}" nearly always is already a low loss. Make the rare class count for more with \`classWeight\`.`
}
