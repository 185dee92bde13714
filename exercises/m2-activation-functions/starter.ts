/** Right for small x. What does it answer for x = 1000? */
const sigmoid = (x: number): number => Math.exp(x) / (1 + Math.exp(x))

/** From −1 to 1. (`Math.tanh` exists, and you may use it.) */
const tanh = (x: number): number => 0

/** x where it is positive, else 0. */
const relu = (x: number): number => x

/** x where it is positive, else a · x. */
const leakyRelu = (x: number, a: number): number => x

/** x where it is positive, else a · (eˣ − 1). */
const elu = (x: number, a: number): number => x

/** Positive numbers that sum to 1, in the proportions of e to the power of each. Right for small z only. */
const softmax = (z: number[]): number[] => {
  const powers = z.map((value) => Math.exp(value))
  const sum = powers.reduce((total, power) => total + power, 0)
  return powers.map((power) => power / sum)
}

/** Slopes with respect to x. At 0, where the corner has none, the slope of the left side counts: dRelu(0) = 0, dLeakyRelu(0, a) = a. */
const dSigmoid = (x: number): number => 0
const dTanh = (x: number): number => 0
const dRelu = (x: number): number => 0
const dLeakyRelu = (x: number, a: number): number => 0

export const functions = { sigmoid, tanh, relu, leakyRelu, elu, softmax, dSigmoid, dTanh, dRelu, dLeakyRelu }
