// The formulas as they stand in the book: right on paper, NaN for x = 1000.
const sigmoid = (x: number): number => Math.exp(x) / (1 + Math.exp(x))
const tanh = (x: number): number => Math.tanh(x)
const relu = (x: number): number => Math.max(0, x)
const leakyRelu = (x: number, a: number): number => (x > 0 ? x : a * x)
const elu = (x: number, a: number): number => (x > 0 ? x : a * (Math.exp(x) - 1))

const softmax = (z: number[]): number[] => {
  const powers = z.map((value) => Math.exp(value))
  const sum = powers.reduce((total, power) => total + power, 0)
  return powers.map((power) => power / sum)
}

const dSigmoid = (x: number): number => sigmoid(x) * (1 - sigmoid(x))
const dTanh = (x: number): number => 1 - Math.tanh(x) ** 2
const dRelu = (x: number): number => (x > 0 ? 1 : 0)
const dLeakyRelu = (x: number, a: number): number => (x > 0 ? 1 : a)

export const functions = { sigmoid, tanh, relu, leakyRelu, elu, softmax, dSigmoid, dTanh, dRelu, dLeakyRelu }
