import type { Network } from './network.ts'

export const PENALTIES = ['none', 'l1', 'l2'] as const
export type PenaltyName = (typeof PENALTIES)[number]

/** What the loss gains from the size of the kernels: rate · Σ|w| or rate · Σw². Biases are free, as in Keras. */
export function penaltyOf({ layers }: Network, penalty: PenaltyName, rate: number): number {
  if (penalty === 'none') return 0
  let total = 0
  for (const { parameters } of layers)
    for (const w of parameters.kernel) total += penalty === 'l1' ? Math.abs(w) : w * w
  return rate * total
}

/** Adds the penalty's gradient to the network's. */
export function penaltyBack({ layers }: Network, penalty: PenaltyName, rate: number): void {
  if (penalty === 'none') return
  for (const { parameters, gradients } of layers) {
    for (let i = 0; i < parameters.kernel.length; i++) {
      const w = parameters.kernel[i] as number
      ;(gradients.kernel[i] as number) += rate * (penalty === 'l1' ? Math.sign(w) : 2 * w)
    }
  }
}
