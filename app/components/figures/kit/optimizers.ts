import type { FIGURE_OPTIMIZERS } from '#lib/contract/figure.ts'

export type OptimizerName = (typeof FIGURE_OPTIMIZERS)[number]

/** Moves the parameters one step against their gradient, in place. */
export type Optimizer = (parameters: Float64Array, gradient: Float64Array) => void

const EPSILON = 1e-7

/** The rules of Keras at its defaults (momentum 0.9, decay 0.9 and 0.999); each remembers what it needs between steps. */
export function createOptimizer(name: OptimizerName, rate: () => number, size: number): Optimizer {
  const first = new Float64Array(size)
  const second = new Float64Array(size).fill(name === 'adagrad' ? 0.1 : 0)
  let steps = 0

  /** What to subtract from parameter i, in units of the learning rate. */
  const move = (i: number, slope: number): number => {
    const m = first[i] as number
    const v = second[i] as number
    switch (name) {
      case 'sgd':
        return slope
      case 'momentum':
        first[i] = 0.9 * m + slope
        return first[i] as number
      case 'adagrad':
        second[i] = v + slope * slope
        return slope / Math.sqrt((second[i] as number) + EPSILON)
      case 'rmsprop':
        second[i] = 0.9 * v + 0.1 * slope * slope
        return slope / Math.sqrt((second[i] as number) + EPSILON)
      case 'adam':
        first[i] = 0.9 * m + 0.1 * slope
        second[i] = 0.999 * v + 0.001 * slope * slope
        return (
          (first[i] as number) /
          (1 - 0.9 ** steps) /
          (Math.sqrt((second[i] as number) / (1 - 0.999 ** steps)) + EPSILON)
        )
      default:
        return name satisfies never
    }
  }

  return (parameters, gradient) => {
    steps += 1
    const now = rate()
    for (let i = 0; i < size; i++) parameters[i] = (parameters[i] as number) - now * move(i, gradient[i] as number)
  }
}
