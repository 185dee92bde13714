/** Places of a window of k pixels along n pixels, with `pad` zeros at both ends, moved by `stride`. Right for one case only. */
function outputSize(n: number, k: number, stride: number, pad: number): number {
  return n
}

/**
 * Lays the kernel on the image, multiplies, adds up, moves on by `stride`. Outside the image there are zeros, `pad` of them
 * on every side. As it stands, it answers zeros, and as many as the image has pixels.
 */
function conv2d(image: number[][], kernel: number[][], stride: number, pad: number): number[][] {
  return image.map((row) => row.map(() => 0))
}

/** The largest value of each k × k window; windows lie side by side, and what does not fill one is left out. */
function maxPool(image: number[][], k: number): number[][] {
  return image
}

/** Numbers that a convolutional layer learns. Something is missing. */
function countParams(kernel: number, channels: number, filters: number): number {
  return kernel * kernel * channels * filters
}

export const functions = { outputSize, conv2d, maxPool, countParams }
