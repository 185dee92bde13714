type Matrix = number[][]

const times = (x: number[], W: Matrix): number[] =>
  W[0]!.map((_, column) => x.reduce((sum, value, row) => sum + value * W[row]![column]!, 0))

/** x W + h U + b: what every gate and every simple unit bends. */
function preActivation(x: number[], h: number[], W: Matrix, U: Matrix, b: number[]): number[] {
  // Without h U every step starts from nothing: the last row alone decides.
  const fromInput = times(x, W)
  return b.map((bias, unit) => fromInput[unit]! + bias)
}

function rnnStep(x: number[], h: number[], W: Matrix, U: Matrix, b: number[]): number[] {
  return preActivation(x, h, W, U, b).map(Math.tanh)
}

function rnn(X: Matrix, W: Matrix, U: Matrix, b: number[]): number[] {
  return X.reduce(
    (h, x) => rnnStep(x, h, W, U, b),
    U.map(() => 0),
  )
}

const sigmoid = (z: number): number => 1 / (1 + Math.exp(-z))

function lstmStep(
  x: number[],
  h: number[],
  c: number[],
  W: Matrix,
  U: Matrix,
  b: number[],
): { h: number[]; c: number[] } {
  const units = h.length
  const z = preActivation(x, h, W, U, b)
  const gate = (block: number) => z.slice(block * units, (block + 1) * units)
  const input = gate(0).map(sigmoid)
  const forget = gate(1).map(sigmoid)
  const candidate = gate(2).map(Math.tanh)
  const output = gate(3).map(sigmoid)
  const cell = c.map((kept, unit) => forget[unit]! * kept + input[unit]! * candidate[unit]!)
  return { h: cell.map((value, unit) => output[unit]! * Math.tanh(value)), c: cell }
}

function lstm(X: Matrix, W: Matrix, U: Matrix, b: number[]): number[] {
  const zeros = U.map(() => 0)
  return X.reduce((state, x) => lstmStep(x, state.h, state.c, W, U, b), { h: zeros, c: zeros }).h
}

export const functions = { rnnStep, rnn, lstmStep, lstm }
