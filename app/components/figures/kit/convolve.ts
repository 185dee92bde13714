/** A picture or a map: `values` row by row. */
export interface Grid {
  rows: number
  columns: number
  values: Float64Array
}

export const gridOf = (rows: number, columns: number, f: (row: number, column: number) => number): Grid => ({
  rows,
  columns,
  values: Float64Array.from({ length: rows * columns }, (_, at) => f(Math.floor(at / columns), at % columns)),
})

export const pixelAt = ({ columns, values }: Grid, row: number, column: number): number =>
  values[row * columns + column] as number

/**
 * Slides a square kernel over the picture in steps of 1, inside of it only ("valid" padding). What deep learning calls
 * convolution: the kernel isn't turned around.
 */
export function convolve(picture: Grid, kernel: readonly (readonly number[])[]): Grid {
  const size = kernel.length
  return gridOf(picture.rows - size + 1, picture.columns - size + 1, (row, column) => {
    let sum = 0
    for (let i = 0; i < size; i++)
      for (let j = 0; j < size; j++) sum += (kernel[i]?.[j] ?? 0) * pixelAt(picture, row + i, column + j)
    return sum
  })
}
