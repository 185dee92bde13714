import type { ActivationName } from '#lib/playground/activations.ts'
import type { DataSetName } from '#lib/playground/data-sets.ts'
import type { FeatureName } from '#lib/playground/features.ts'
import type { InitializerName } from '#lib/playground/initializers.ts'
import type { OptimizerName } from '#lib/playground/optimizers.ts'
import type { PenaltyName } from '#lib/playground/penalties.ts'
import type { Readings } from '#lib/playground/session.ts'

export const DATA_WORDS: Record<DataSetName, string> = {
  circle: 'Circle',
  xor: 'XOR',
  gauss: 'Gauss',
  spiral: 'Spiral',
  plane: 'Plane',
  hills: 'Hills',
}
export const FEATURE_WORDS: Record<FeatureName, string> = {
  x1: 'x₁',
  x2: 'x₂',
  x1sq: 'x₁²',
  x2sq: 'x₂²',
  x1x2: 'x₁x₂',
  sinx1: 'sin x₁',
  sinx2: 'sin x₂',
}
export const ACTIVATION_WORDS: Record<ActivationName, string> = {
  tanh: 'tanh',
  relu: 'ReLU',
  leakyRelu: 'Leaky ReLU',
  elu: 'ELU',
  sigmoid: 'Sigmoid',
  linear: 'Linear',
}
export const INITIALIZER_WORDS: Record<InitializerName, string> = {
  zeros: 'Zeros',
  smallNormal: 'Normal, sd 0.01',
  largeNormal: 'Normal, sd 1',
  glorotUniform: 'Glorot uniform',
  glorotNormal: 'Glorot normal',
  heUniform: 'He uniform',
  heNormal: 'He normal',
}
export const OPTIMIZER_WORDS: Record<OptimizerName, string> = {
  sgd: 'SGD',
  momentum: 'Momentum 0.9',
  rmsprop: 'RMSprop',
  adagrad: 'Adagrad',
  adam: 'Adam',
}
export const PENALTY_WORDS: Record<PenaltyName, string> = { none: 'None', l1: 'L1', l2: 'L2' }

/** Three figures, and no more room than they need. */
export function formatFigure(value: number): string {
  if (!Number.isFinite(value)) return '–'
  const size = Math.abs(value)
  if (size === 0) return '0'
  if (size >= 1000 || size < 0.001) return value.toExponential(1)
  return value.toPrecision(3)
}
export const formatLoss = (value: number): string => (Number.isFinite(value) ? formatFigure(value) : 'not a number')
export const formatPercent = (share: number): string => `${Math.round(share * 100)} %`

/** The state of training in one sentence. */
export function summaryOf({ epoch, trainLoss, testLoss, testAccuracy, finite }: Readings): string {
  if (!finite) return `After epoch ${epoch} the loss is no longer a number.`
  const right = testAccuracy === null ? '' : `; ${formatPercent(testAccuracy)} of the test points are right`
  return `Epoch ${epoch}: training loss ${formatFigure(trainLoss)}, test loss ${formatFigure(testLoss)}${right}.`
}
