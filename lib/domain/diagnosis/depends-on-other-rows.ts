import { ROWWISE_TOLERANCE } from '../checks/rowwise.ts'
import type { Rule } from './evidence.ts'
import { percent } from './read-evidence.ts'

/** `prepare` gives a row other values alone than among others. */
export const dependsOnOtherRows: Rule = ({ rows }) => {
  const difference = rows.rowwiseDifference
  if (difference <= ROWWISE_TOLERANCE) return null
  const by = Number.isFinite(difference) ? `differ by up to ${percent(difference)}` : 'are not even numbers'
  return `A row prepared alone and the same row among others ${by}. So a prediction depends on who stands beside it, and the hidden rows are not prepared as your training rows were. Compute what you scale by once, from \`train.x\`, outside the function that \`prepare\` returns.`
}
