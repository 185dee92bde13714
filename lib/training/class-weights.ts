import type { TrainingPlan } from '../contract/plan.ts'

/**
 * The weight of each row in the loss, or null when all weigh the same. 'balanced' is scikit-learn's formula,
 * n / (k · count), k being the number of classes that occur. A class that the record leaves out weighs 1, as in Keras.
 */
export function rowWeights(labels: Float32Array, classWeight: TrainingPlan['classWeight']): Float32Array | null {
  if (classWeight === undefined) return null
  const weights = classWeight === 'balanced' ? balanced(labels) : classWeight
  return labels.map((label) => weights[label] ?? 1)
}

function balanced(labels: Float32Array): Record<number, number> {
  const counts = new Map<number, number>()
  for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1)
  return Object.fromEntries([...counts].map(([label, count]) => [label, labels.length / (counts.size * count)]))
}
