import type { Dataset } from '#lib/contract/dataset.ts'

/** Names of the classes in the order of their labels, numbers where the card has none; null where numbers are predicted. */
export function classNames({ task, classes, outputs }: Pick<Dataset, 'task' | 'classes' | 'outputs'>): string[] | null {
  if (task !== 'binary' && task !== 'multiclass') return null
  return classes ?? Array.from({ length: Math.max(2, outputs) }, (_, i) => String(i))
}
