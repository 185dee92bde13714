function outputSize(n: number, k: number, stride: number, pad: number): number {
  return Math.floor((n + 2 * pad - k) / stride) + 1
}

function conv2d(image: number[][], kernel: number[][], stride: number, pad: number): number[][] {
  // The textbook's convolution: the kernel is turned by half a turn first. Layers do not turn it.
  const turned = [...kernel].reverse().map((weights) => [...weights].reverse())
  const pixel = (row: number, column: number) => image[row]?.[column] ?? 0
  const rows = outputSize(image.length, kernel.length, stride, pad)
  const columns = outputSize(image[0]!.length, kernel[0]!.length, stride, pad)
  return grid(rows, columns, (row, column) => {
    let sum = 0
    turned.forEach((weights, i) => {
      weights.forEach((weight, j) => {
        sum += weight * pixel(row * stride + i - pad, column * stride + j - pad)
      })
    })
    return sum
  })
}

function maxPool(image: number[][], k: number): number[][] {
  const rows = outputSize(image.length, k, k, 0)
  const columns = outputSize(image[0]!.length, k, k, 0)
  return grid(rows, columns, (row, column) =>
    Math.max(...image.slice(row * k, (row + 1) * k).flatMap((line) => line.slice(column * k, (column + 1) * k))),
  )
}

function countParams(kernel: number, channels: number, filters: number): number {
  return (kernel * kernel * channels + 1) * filters
}

function grid(rows: number, columns: number, value: (row: number, column: number) => number): number[][] {
  return Array.from({ length: rows }, (_, row) => Array.from({ length: columns }, (_, column) => value(row, column)))
}

export const functions = { outputSize, conv2d, maxPool, countParams }
