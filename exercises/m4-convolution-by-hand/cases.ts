import type { DrawCases } from '../../lib/catalogue/draw-cases.ts'
import type { Rng } from '../../lib/catalogue/seeded.ts'

/** In turn: the size, the convolution, pooling, the convolution again, the parameters, the convolution. */
export const cases: DrawCases = (rng, count) =>
  Array.from({ length: count }, (_, i) => {
    if (i % 6 === 0) return drawOutputSize(rng)
    if (i % 6 === 2) return drawMaxPool(rng)
    if (i % 6 === 4) return { fn: 'countParams', args: [1 + rng.int(7), 1 + rng.int(64), 1 + rng.int(64)] }
    return drawConvolution(rng)
  })

function drawOutputSize(rng: Rng) {
  const k = 1 + rng.int(7)
  return { fn: 'outputSize', args: [k + rng.int(60), k, 1 + rng.int(3), rng.int(k)] }
}

/** Kernels are no mirror images of themselves and images need not be square, so that rows and columns cannot be mixed up. */
function drawConvolution(rng: Rng) {
  const kernel = drawImage(1 + rng.int(3), 2 + rng.int(2), rng)
  const image = drawImage(4 + rng.int(4), 4 + rng.int(4), rng)
  return { fn: 'conv2d', args: [image, kernel, 1 + rng.int(2), rng.int(3)] }
}

/** Mostly below zero, so that a window of padding zeros would show. */
function drawMaxPool(rng: Rng) {
  const k = 2 + rng.int(2)
  return { fn: 'maxPool', args: [drawImage(k + rng.int(5), k + rng.int(5), rng, -5, 2), k] }
}

const drawImage = (rows: number, columns: number, rng: Rng, low = -3, high = 3): number[][] =>
  Array.from({ length: rows }, () =>
    Array.from({ length: columns }, () => Math.round(rng.range(low, high) * 1000) / 1000),
  )
