import type { Head } from './network.ts'
import { logitOf, type Pass, predictionOf } from './pass.ts'

/** Mean over rows of binary cross-entropy (sigmoid head, targets 0 and 1) or squared error (linear head). */
export function meanLoss(head: Head, pass: Pass, target: Float64Array, rows: number): number {
  const logits = logitOf(pass)
  let total = 0
  for (let row = 0; row < rows; row++) {
    const z = logits[row] as number
    const y = target[row] as number
    // −y log p − (1 − y) log(1 − p), written so that no large |z| overflows.
    total += head === 'sigmoid' ? Math.max(z, 0) - z * y + Math.log1p(Math.exp(-Math.abs(z))) : (z - y) ** 2
  }
  return total / rows
}

/** The gradient of `meanLoss` with respect to the output's sum. Cross-entropy cancels the slope of the sigmoid. */
export function lossBack(head: Head, pass: Pass, target: Float64Array, rows: number, upstream: Float64Array): void {
  const predictions = predictionOf(pass)
  const factor = (head === 'sigmoid' ? 1 : 2) / rows
  for (let row = 0; row < rows; row++) upstream[row] = factor * ((predictions[row] as number) - (target[row] as number))
}
