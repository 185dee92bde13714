/** W1[i][j] joins input i to hidden unit j, W2[j][k] hidden unit j to class k. */
interface Params {
  W1: number[][]
  b1: number[]
  W2: number[][]
  b2: number[]
}

/** Rows times weights, plus biases. */
const linear = (X: number[][], W: number[][], b: number[]): number[][] =>
  X.map((x) => b.map((bias, j) => x.reduce((sum, value, i) => sum + value * W[i]![j]!, bias)))

const softmax = (z: number[]): number[] => {
  const largest = Math.max(...z)
  const powers = z.map((value) => Math.exp(value - largest))
  const sum = powers.reduce((total, power) => total + power, 0)
  return powers.map((power) => power / sum)
}

/** One hidden layer of tanh, then softmax: the hidden values `h` and the probabilities `p`, a row each. This is done. */
const forward = (params: Params, X: number[][]): { h: number[][]; p: number[][] } => {
  const h = linear(X, params.W1, params.b1).map((row) => row.map(Math.tanh))
  return { h, p: linear(h, params.W2, params.b2).map(softmax) }
}

/** The mean over rows of −ln(probability of the right class). Y holds class numbers from 0. */
const loss = (p: number[][], Y: number[]): number => 0

/** How the mean loss changes with each weight and bias, in arrays of the same shapes. As it stands: not at all. */
const backward = (params: Params, X: number[][], Y: number[]) => {
  const { h, p } = forward(params, X)
  return {
    dW1: params.W1.map((row) => row.map(() => 0)),
    db1: params.b1.map(() => 0),
    dW2: params.W2.map((row) => row.map(() => 0)),
    db2: params.b2.map(() => 0),
  }
}

export const functions = { forward, loss, backward }
