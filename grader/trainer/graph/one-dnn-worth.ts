type Shape = readonly number[]

/** Multiplications from which oneDNN's convolutions are faster than Eigen's: below, its threads wait for each other longest. */
const WORTH_2D = 2 ** 21
/** Of windows that are one high, Eigen's are quicker: they are plain products of matrices. */
const WORTH_1D = 2 ** 24
/** Values that pooling or batch normalisation reads. */
const WORTH_PASS = 2 ** 17

/**
 * Whether an operation of this size is worth moving to oneDNN's kernel; false of those that stay. Measured with networks
 * of two layers on two threads without AVX-512 (docs/performance.md); constants, so that a machine's speed decides nothing.
 *
 * @param inputs shapes, channels last
 * @param output shape of the first output
 */
export function isWorthOneDnn(op: string, inputs: readonly Shape[], output: Shape): boolean {
  switch (op) {
    case 'Conv2D':
    case 'DepthwiseConv2dNative':
      return isWorthConvolution(output, inputs[1])
    case 'Conv2DBackpropFilter':
    case 'DepthwiseConv2dNativeBackpropFilter':
      return isWorthConvolution(inputs[2], output)
    case 'Conv2DBackpropInput':
    case 'DepthwiseConv2dNativeBackpropInput':
      return isWorthConvolution(inputs[2], inputs[1])
    case 'MaxPool':
    case 'AvgPool':
    case 'FusedBatchNormV3':
      return sizeOf(inputs[0]) >= WORTH_PASS
    case 'AvgPoolGrad':
      return sizeOf(output) >= WORTH_PASS
    case 'FusedBatchNormGradV3':
      return sizeOf(inputs[0]) >= WORTH_PASS
    default:
      return false
  }
}

/**
 * @param answers [rows, height, width, channels] that come out of a convolution, or their gradient
 * @param filter [height, width, channels in, channels out, or filters a channel]
 */
function isWorthConvolution(answers: Shape = [], filter: Shape = []): boolean {
  const [rows = 0, height = 0, width = 0] = answers
  return rows * height * width * sizeOf(filter) >= (filter[0] === 1 ? WORTH_1D : WORTH_2D)
}

const sizeOf = (shape: Shape = []): number => shape.reduce((product, size) => product * size, 1)
