// e^x is never taken of a positive number, so nothing can overflow.
const sigmoid = (x: number): number => (x >= 0 ? 1 / (1 + Math.exp(-x)) : Math.exp(x) / (1 + Math.exp(x)))
const tanh = (x: number): number => Math.tanh(x)
const relu = (x: number): number => Math.max(0, x)
const leakyRelu = (x: number, a: number): number => (x > 0 ? x : a * x)
const elu = (x: number, a: number): number => (x > 0 ? x : a * (Math.exp(x) - 1))

const softmax = (z: number[]): number[] => {
  const largest = Math.max(...z)
  const powers = z.map((value) => Math.exp(value - largest))
  const sum = powers.reduce((total, power) => total + power, 0)
  return powers.map((power) => power / sum)
}

const dSigmoid = (x: number): number => sigmoid(x) * (1 - sigmoid(x))
const dTanh = (x: number): number => 1 - Math.tanh(x) ** 2
const dRelu = (x: number): number => (x > 0 ? 1 : 0)
const dLeakyRelu = (x: number, a: number): number => (x > 0 ? 1 : a)

export const functions = { sigmoid, tanh, relu, leakyRelu, elu, softmax, dSigmoid, dTanh, dRelu, dLeakyRelu }
