import type { FigureName } from '#lib/contract/figure.ts'

/**
 * What each figure takes, in pixels, in a lesson's column of 68 characters and on a phone 390 pixels wide. Measured in a
 * browser; tests/e2e/figures.spec.ts says when one has outgrown its place.
 */
export const FIGURE_HEIGHTS: Record<FigureName, { wide: number; narrow: number }> = {
  neuron: { wide: 380, narrow: 640 },
  perceptron: { wide: 380, narrow: 640 },
  activation: { wide: 560, narrow: 760 },
  'decision-boundary': { wide: 380, narrow: 500 },
  backpropagation: { wide: 420, narrow: 500 },
  'gradient-flow': { wide: 400, narrow: 640 },
  'optimizer-race': { wide: 560, narrow: 820 },
  schedule: { wide: 340, narrow: 560 },
  scaling: { wide: 400, narrow: 760 },
  overfitting: { wide: 480, narrow: 800 },
  threshold: { wide: 560, narrow: 820 },
  convolution: { wide: 620, narrow: 620 },
  'feature-maps': { wide: 300, narrow: 400 },
  unrolled: { wide: 560, narrow: 620 },
  'lstm-gates': { wide: 640, narrow: 760 },
}
