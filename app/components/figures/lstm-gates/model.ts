/** A layer of LSTM of `units` units over one reading a step, as Keras stores it: gates in the order i, f, c, o. */
export interface LstmWeights {
  units: number
  /** [1][4 · units] */
  kernel: readonly (readonly number[])[]
  /** [units][4 · units] */
  recurrent: readonly (readonly number[])[]
  /** [4 · units] */
  bias: readonly number[]
  /** A dense unit with a sigmoid reads the outputs: [units], and its bias. */
  head: { weights: readonly number[]; bias: number }
}

/** What one unit did at one step. */
export interface UnitStep {
  input: number
  forget: number
  output: number
  /** What is offered to the cell, and the cell's state after. */
  candidate: number
  cell: number
  hidden: number
}

export interface LstmStep {
  units: UnitStep[]
  /** What the head says: how likely the machine runs. */
  answer: number
}

const sigmoid = (z: number): number => 1 / (1 + Math.exp(-z))

/**
 * The whole of an LSTM: three gates between 0 and 1 decide what enters the cell, what stays in it, and what is shown.
 * `cell = forget · cell + input · candidate`, `hidden = output · tanh(cell)`.
 */
export function runLstm(weights: LstmWeights, readings: readonly number[]): LstmStep[] {
  const { units, kernel, recurrent, bias, head } = weights
  let hidden: number[] = Array.from({ length: units }, () => 0)
  let cell = [...hidden]
  return readings.map((reading) => {
    const sum = (gate: number, unit: number) => {
      const at = gate * units + unit
      return hidden.reduce(
        (total, h, from) => total + h * (recurrent[from]?.[at] ?? 0),
        (bias[at] ?? 0) + reading * (kernel[0]?.[at] ?? 0),
      )
    }
    const stepped = hidden.map((_, unit): UnitStep => {
      const input = sigmoid(sum(0, unit))
      const forget = sigmoid(sum(1, unit))
      const candidate = Math.tanh(sum(2, unit))
      const output = sigmoid(sum(3, unit))
      const next = forget * (cell[unit] ?? 0) + input * candidate
      return { input, forget, candidate, output, cell: next, hidden: output * Math.tanh(next) }
    })
    hidden = stepped.map((unit) => unit.hidden)
    cell = stepped.map((unit) => unit.cell)
    const z = hidden.reduce((total, h, unit) => total + h * (head.weights[unit] ?? 0), head.bias)
    return { units: stepped, answer: sigmoid(z) }
  })
}
