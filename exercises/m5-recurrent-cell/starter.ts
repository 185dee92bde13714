/** A matrix as its rows. */
type Matrix = number[][]

/** x · W: one number for each column of W. */
const times = (x: number[], W: Matrix): number[] =>
  W[0]!.map((_, column) => x.reduce((sum, value, row) => sum + value * W[row]![column]!, 0))

/** The new state of a simple recurrent layer: tanh(x W + h U + b). Where is the memory? */
function rnnStep(x: number[], h: number[], W: Matrix, U: Matrix, b: number[]): number[] {
  const fromInput = times(x, W)
  return b.map((bias, unit) => Math.tanh(fromInput[unit]! + bias))
}

/** The last state, after all rows of X, from zeros. This one is done: it is as good as its step. */
function rnn(X: Matrix, W: Matrix, U: Matrix, b: number[]): number[] {
  return X.reduce(
    (h, x) => rnnStep(x, h, W, U, b),
    U.map(() => 0),
  )
}

/** The new state h and cell c of an LSTM. As it stands, nothing ever gets in. */
function lstmStep(
  x: number[],
  h: number[],
  c: number[],
  W: Matrix,
  U: Matrix,
  b: number[],
): { h: number[]; c: number[] } {
  return { h, c }
}

/** The last state h, after all rows of X, from zeros. */
function lstm(X: Matrix, W: Matrix, U: Matrix, b: number[]): number[] {
  const zeros = U.map(() => 0)
  return X.reduce((state, x) => lstmStep(x, state.h, state.c, W, U, b), { h: zeros, c: zeros }).h
}

export const functions = { rnnStep, rnn, lstmStep, lstm }
