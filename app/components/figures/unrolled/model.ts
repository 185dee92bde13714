/** A simple recurrent cell of one unit: `h_t = tanh(w x_t + u h_(t−1))`, from h = 0. */
export interface Cell {
  w: number
  u: number
}

export function unroll({ w, u }: Cell, readings: readonly number[]): number[] {
  let state = 0
  return readings.map((reading) => {
    state = Math.tanh(w * reading + u * state)
    return state
  })
}

/**
 * How far each state moves for a small change of reading `at`: ∂h_t / ∂x_at. The chain rule makes it a product with one
 * factor a step, u (1 − h²), so it shrinks or grows by about as much each time.
 */
export function influence(cell: Cell, readings: readonly number[], at: number): number[] {
  let slope = 0
  return unroll(cell, readings).map((state, step) => {
    const bend = 1 - state ** 2
    slope = step < at ? 0 : step === at ? cell.w * bend : slope * cell.u * bend
    return slope
  })
}

/** Steps after which less than a tenth of the influence is left; null when the trace ends first. */
export function stepsRemembered(slopes: readonly number[], at: number): number | null {
  const first = Math.abs(slopes[at] ?? 0)
  const end = slopes.findIndex((slope, step) => step > at && Math.abs(slope) < first / 10)
  return end < 0 ? null : end - at
}
