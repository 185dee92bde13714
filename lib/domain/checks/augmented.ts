import type { Finding } from './facts.ts'

export function checkAugmented({ augmented }: { augmented: boolean }): Finding {
  return {
    passed: augmented,
    measured: augmented ? 'Your training plan augments.' : 'Your training plan has no `augment`.',
  }
}
