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

const forward = (params: Params, X: number[][]): { h: number[][]; p: number[][] } => {
  const h = linear(X, params.W1, params.b1).map((row) => row.map(Math.tanh))
  return { h, p: linear(h, params.W2, params.b2).map(softmax) }
}

const loss = (p: number[][], Y: number[]): number =>
  p.reduce((sum, row, n) => sum - Math.log(row[Y[n]!]!), 0) / Y.length

/** Aᵀ · B: what each column of A and each column of B have in common over all rows. */
const transposedTimes = (A: number[][], B: number[][]): number[][] =>
  A[0]!.map((_, i) => B[0]!.map((_, j) => A.reduce((sum, row, n) => sum + row[i]! * B[n]![j]!, 0)))

const columnSums = (A: number[][]): number[] => A[0]!.map((_, j) => A.reduce((sum, row) => sum + row[j]!, 0))

const backward = (params: Params, X: number[][], Y: number[]) => {
  const { h, p } = forward(params, X)
  // A sum over rows; the loss is their mean.
  const dz = p.map((row, n) => row.map((value, k) => value - (k === Y[n] ? 1 : 0)))
  const da = dz.map((row, n) =>
    h[n]!.map((value, j) => row.reduce((sum, error, k) => sum + error * params.W2[j]![k]!, 0) * (1 - value ** 2)),
  )
  return { dW1: transposedTimes(X, da), db1: columnSums(da), dW2: transposedTimes(h, dz), db2: columnSums(dz) }
}

export const functions = { forward, loss, backward }
