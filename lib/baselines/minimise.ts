export type Objective = (weights: Float64Array, gradient: Float64Array) => number

const MEMORY = 10
const MOST_STEPS = 100
/** Armijo's condition: a step has to gain this share of what the slope promises. */
const SUFFICIENT = 1e-4
/** As scikit-learn: its `tol` and `max_iter` are these. */
const FLAT = 1e-4

/**
 * L-BFGS (Nocedal and Wright, Numerical Optimization, algorithm 7.5) with backtracking, for smooth convex functions.
 * @param objective gives the value and writes the gradient into its second argument
 */
export function minimise(objective: Objective, size: number): Float64Array {
  let weights: Float64Array = new Float64Array(size)
  let gradient: Float64Array = new Float64Array(size)
  let value = objective(weights, gradient)
  const pairs: { step: Float64Array; change: Float64Array; product: number }[] = []
  for (let i = 0; i < MOST_STEPS && Math.max(...gradient.map(Math.abs)) > FLAT; i++) {
    const direction = descent(gradient, pairs)
    const slope = dot(gradient, direction)
    let length = pairs.length === 0 ? 1 / Math.max(1, Math.sqrt(dot(gradient, gradient))) : 1
    let next = moved(weights, direction, length)
    let nextGradient = new Float64Array(size)
    let nextValue = objective(next, nextGradient)
    while (nextValue > value + SUFFICIENT * length * slope && length > 1e-12) {
      length /= 2
      next = moved(weights, direction, length)
      nextGradient = new Float64Array(size)
      nextValue = objective(next, nextGradient)
    }
    if (!(nextValue < value)) break
    const step = next.map((weight, j) => weight - (weights[j] as number))
    const change = nextGradient.map((slope_, j) => slope_ - (gradient[j] as number))
    const product = dot(step, change)
    // Positive on a convex function but for rounding: without it the pair would turn the direction uphill.
    if (product > 1e-12) pairs.push({ step, change, product })
    if (pairs.length > MEMORY) pairs.shift()
    ;[weights, gradient, value] = [next, nextGradient, nextValue]
  }
  return weights
}

/** The two-loop recursion: minus the inverse Hessian, as far as the pairs tell it, times the gradient. */
function descent(
  gradient: Float64Array,
  pairs: readonly { step: Float64Array; change: Float64Array; product: number }[],
): Float64Array {
  const direction = gradient.map((slope) => -slope)
  const shares = pairs.toReversed().map(({ step, change, product }) => {
    const share = dot(step, direction) / product
    add(direction, change, -share)
    return share
  })
  const newest = pairs.at(-1)
  if (newest) {
    const scale = newest.product / dot(newest.change, newest.change)
    for (let i = 0; i < direction.length; i++) direction[i] = (direction[i] as number) * scale
  }
  pairs.forEach(({ step, change, product }, i) => {
    const share = shares[pairs.length - 1 - i] as number
    add(direction, step, share - dot(change, direction) / product)
  })
  return direction
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[i] as number)
  return sum
}

function add(to: Float64Array, what: Float64Array, times: number): void {
  for (let i = 0; i < to.length; i++) to[i] = (to[i] as number) + times * (what[i] as number)
}

function moved(from: Float64Array, direction: Float64Array, length: number): Float64Array {
  const to = Float64Array.from(from)
  add(to, direction, length)
  return to
}
