export const OPTIMIZERS = ['sgd', 'momentum', 'rmsprop', 'adagrad', 'adam'] as const
export type OptimizerName = (typeof OPTIMIZERS)[number]

/** Moves `parameters` one step down; remembers what it needs of the steps before. */
export type Optimizer = (parameters: Float64Array, gradients: Float64Array, rate: number) => void

export const MOMENTUM = 0.9
const EPSILON = 1e-7
const RMS_DECAY = 0.9
const ADAGRAD_START = 0.1
const BETA1 = 0.9
const BETA2 = 0.999

/** For so many parameters; TensorFlow.js's formulas and defaults. */
export function createOptimizer(name: OptimizerName, size: number): Optimizer {
  switch (name) {
    case 'sgd':
      return (parameters, gradients, rate) => {
        for (let i = 0; i < size; i++) (parameters[i] as number) -= rate * (gradients[i] as number)
      }
    case 'momentum': {
      const velocity = new Float64Array(size)
      return (parameters, gradients, rate) => {
        for (let i = 0; i < size; i++) {
          velocity[i] = MOMENTUM * (velocity[i] as number) + (gradients[i] as number)
          ;(parameters[i] as number) -= rate * (velocity[i] as number)
        }
      }
    }
    case 'rmsprop': {
      const squares = new Float64Array(size)
      return (parameters, gradients, rate) => {
        for (let i = 0; i < size; i++) {
          const g = gradients[i] as number
          squares[i] = RMS_DECAY * (squares[i] as number) + (1 - RMS_DECAY) * g * g
          ;(parameters[i] as number) -= (rate * g) / Math.sqrt((squares[i] as number) + EPSILON)
        }
      }
    }
    case 'adagrad': {
      const squares = new Float64Array(size).fill(ADAGRAD_START)
      return (parameters, gradients, rate) => {
        for (let i = 0; i < size; i++) {
          const g = gradients[i] as number
          ;(squares[i] as number) += g * g
          ;(parameters[i] as number) -= (rate * g) / Math.sqrt((squares[i] as number) + EPSILON)
        }
      }
    }
    case 'adam': {
      const first = new Float64Array(size)
      const second = new Float64Array(size)
      let steps = 0
      return (parameters, gradients, rate) => {
        steps++
        const unbias1 = 1 - BETA1 ** steps
        const unbias2 = 1 - BETA2 ** steps
        for (let i = 0; i < size; i++) {
          const g = gradients[i] as number
          first[i] = BETA1 * (first[i] as number) + (1 - BETA1) * g
          second[i] = BETA2 * (second[i] as number) + (1 - BETA2) * g * g
          ;(parameters[i] as number) -=
            (rate * (first[i] as number)) / unbias1 / (Math.sqrt((second[i] as number) / unbias2) + EPSILON)
        }
      }
    }
    default:
      return name satisfies never
  }
}
