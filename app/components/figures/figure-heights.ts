import type { FigureName, FigureSpec } from '#lib/contract/figure.ts'

/**
 * What each figure takes, in pixels, in a lesson's column of 68 characters and on a phone 390 pixels wide. Measured in a
 * browser; tests/e2e/figures.spec.ts says when one has outgrown its place.
 */
export const FIGURE_HEIGHTS: Record<FigureName, { wide: number; narrow: number }> = {
  neuron: { wide: 372, narrow: 640 },
  perceptron: { wide: 392, narrow: 664 },
  activation: { wide: 576, narrow: 836 },
  'decision-boundary': { wide: 258, narrow: 500 },
  backpropagation: { wide: 422, narrow: 520 },
  'gradient-flow': { wide: 374, narrow: 720 },
  'optimizer-race': { wide: 574, narrow: 920 },
  schedule: { wide: 334, narrow: 612 },
  scaling: { wide: 446, narrow: 916 },
  overfitting: { wide: 392, narrow: 796 },
  threshold: { wide: 533, narrow: 820 },
  convolution: { wide: 584, narrow: 620 },
  'feature-maps': { wide: 368, narrow: 702 },
  unrolled: { wide: 562, narrow: 640 },
  'lstm-gates': { wide: 650, narrow: 730 },
}

/** Two functions or fewer have their values on one line. */
const FEW_FUNCTIONS = { wide: 494, narrow: 718 }

export const heightsOf = (spec: FigureSpec): { wide: number; narrow: number } =>
  spec.name === 'activation' && spec.functions.length <= 2 ? FEW_FUNCTIONS : FIGURE_HEIGHTS[spec.name]
