import { reaches } from '../metric.ts'
import type { Rule } from './evidence.ts'
import { belowPass, keptPoint, METRIC_NAMES, onlyAnswer, short } from './read-evidence.ts'

/** Good on the batches it was trained with, and one answer for every row once it is asked: its moving averages lag. */
export const averagesLag: Rule = (evidence) => {
  const { exercise, layers, training, writable } = evidence
  const only = onlyAnswer(evidence)
  if (!only || !writable.buildModel || !belowPass(evidence)) return null
  if (!layers.some(({ className }) => className === 'BatchNormalization')) return null
  const learned = keptPoint(evidence)?.metric ?? null
  if (learned === null || !reaches(exercise.metric, learned, exercise.passBar)) return null
  return `While it was trained, your model's ${METRIC_NAMES[exercise.metric]} on its own rows was ${short(learned)}; asked, it answers "${only.name}" to every one of the ${only.rows} public rows. In training \`batchNormalization\` scales by the batch, but when the model is asked it scales by moving averages, and after ${training.steps} steps yours still stand near where they began. Give it a smaller \`momentum\`, such as 0.9.`
}
