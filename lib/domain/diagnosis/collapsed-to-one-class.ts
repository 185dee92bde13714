import { reaches } from '../metric.ts'
import type { Evidence, Rule } from './evidence.ts'
import { belowPass, keptPoint, METRIC_NAMES, percent, short } from './read-evidence.ts'

/** Fewer rows may all be of one class by chance. */
const ROWS = 20

/** Every public row gets the same answer. */
export const collapsedToOneClass: Rule = (evidence) => {
  const { confusion, labels, training } = evidence
  if (!confusion || labels.kind !== 'classes' || !belowPass(evidence)) return null
  const totals = labels.names.map((_, label) => confusion.reduce((sum, truth) => sum + (truth[label] ?? 0), 0))
  const rows = totals.reduce((sum, count) => sum + count, 0)
  const only = totals.indexOf(rows)
  if (only < 0 || rows < ROWS) return null
  const learned = learnedWhileTraining(evidence)
  if (learned !== null)
    return `While it was trained, your model's ${METRIC_NAMES[evidence.exercise.metric]} on its own rows was ${short(learned)}; asked, it answers "${labels.names[only]}" to every one of the ${rows} public rows. In training \`batchNormalization\` scales by the batch, but when the model is asked it scales by moving averages, and after ${training.steps} steps yours still stand near where they began. Give it a smaller \`momentum\`, such as 0.9.`
  const right = confusion[only]?.[only] ?? 0
  return `Your model answers "${labels.names[only]}" to every one of the ${rows} public rows, which is right for ${percent(right / rows)} of them: its answer does not depend on the input any more. Look at the loss: if it fell, the classes are uneven and want a \`classWeight\`; if it did not, mend the training first.`
}

/** The metric on the training rows where it passes and a batch normalisation stands between it and the answers. */
function learnedWhileTraining(evidence: Evidence): number | null {
  const { exercise, layers } = evidence
  const train = keptPoint(evidence)?.metric ?? null
  const normalised = layers.some(({ className }) => className === 'BatchNormalization')
  return normalised && train !== null && reaches(exercise.metric, train, exercise.passBar) ? train : null
}
