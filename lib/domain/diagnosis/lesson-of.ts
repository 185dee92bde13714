import type { DiagnosisId } from './evidence.ts'

/** The lesson that explains what a diagnosis is about, by slug. */
export const LESSON_OF: Readonly<Record<DiagnosisId, string>> = {
  'budget-cut': 'optimisers-and-schedules',
  'depends-on-other-rows': 'normalisation',
  'wrong-output-head': 'activation-functions',
  'inputs-not-scaled': 'normalisation',
  'targets-not-scaled': 'normalisation',
  'learning-rate-too-high': 'optimisers-and-schedules',
  'exploding-gradient': 'initialisation-and-vanishing-gradients',
  'vanishing-gradient': 'initialisation-and-vanishing-gradients',
  'dead-relu': 'activation-functions',
  'saturated-units': 'activation-functions',
  'imbalance-ignored': 'imbalance-and-metrics',
  'loss-flat': 'backpropagation',
  'averages-lag': 'normalisation',
  'collapsed-to-one-class': 'imbalance-and-metrics',
  'learning-rate-too-low': 'optimisers-and-schedules',
  'stopped-too-early': 'regularisation-and-early-stopping',
  overfitting: 'regularisation-and-early-stopping',
  underfitting: 'perceptron-to-network',
}

/**
 * The lesson to read after a diagnosis. An exercise's own mistake (`<exercise>:<name>`) leads to the first lesson that
 * prepares for that exercise.
 */
export function lessonOf<L extends { slug: string; exercises: readonly string[] }>(
  diagnosisId: string,
  lessons: readonly L[],
): L | null {
  const [exercise, own] = diagnosisId.split(':')
  const found =
    own === undefined
      ? lessons.find(({ slug }) => slug === (LESSON_OF as Readonly<Record<string, string>>)[diagnosisId])
      : lessons.find(({ exercises }) => exercises.includes(exercise ?? ''))
  return found ?? null
}
