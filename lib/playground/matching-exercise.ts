import type { DataSetName } from './data-sets.ts'

/** The course's exercise on points of the same kind, by its slug. */
export const MATCHING_EXERCISE: Partial<Record<DataSetName, string>> = {
  xor: 'm1-xor-hidden-layer',
  spiral: 'm2-vanishing-gradients',
  hills: 'm2-output-heads',
}
