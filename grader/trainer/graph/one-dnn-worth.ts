type Shape = readonly number[]

/** Multiplications from which windows of height 1 are worth it: Eigen's products of matrices do smaller ones faster. */
const WORTH_IN_ONE_DIMENSION = 2 ** 23
/** Values that batch normalisation reads: below, oneDNN takes longer to begin. */
const WORTH_NORMALISING = 2 ** 16

/**
 * Whether an operation of this size is faster on oneDNN's kernel; false of those that it has none for (and of max pooling, which is moved with its gradient or not at all). Measured
 * with small networks without AVX-512 (docs/performance.md); constants, so that a machine's speed decides nothing.
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
    case 'AvgPool':
    case 'AvgPoolGrad':
      return true
    case 'FusedBatchNormV3':
    case 'FusedBatchNormGradV3':
      return sizeOf(inputs[0]) >= WORTH_NORMALISING
    default:
      return false
  }
}

/**
 * @param answers [rows, height, width, channels] that come out of a convolution, or their gradient
 * @param filter [height, width, channels in, channels out, or filters a channel]
 */
function isWorthConvolution(answers: Shape = [], filter: Shape = []): boolean {
  return filter[0] !== 1 || sizeOf(answers.slice(0, 3)) * sizeOf(filter) >= WORTH_IN_ONE_DIMENSION
}

const sizeOf = (shape: Shape = []): number => shape.reduce((product, size) => product * size, 1)
