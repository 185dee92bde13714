import { normal, seededRandom } from '#lib/training/seeded-random.ts'

/** A linear regression of two centred inputs: its loss is a bowl over its two weights, a quadratic form. */
export interface Bowl {
  /** Mean of x₁², x₁x₂ and x₂²: half of the loss's second derivatives. */
  moments: readonly [number, number, number]
  /** The weights where it is lowest. */
  lowest: readonly [number, number]
  /** Largest and smallest curvature. */
  curvatures: readonly [number, number]
}

const COUNT = 60
/** What each standard deviation of an input really adds to the target. */
const EFFECTS = [1, 1] as const

/** The bowl where the second input is `ratio` times as widely spread as the first, which has a spread of 1. */
export function bowlOf(ratio: number): Bowl {
  const random = seededRandom(41, 'scaling')
  const rows = Array.from({ length: COUNT }, () => {
    const first = normal(random)
    return [first, (0.25 * first + 0.97 * normal(random)) * ratio] as const
  })
  const mean = (f: (row: readonly [number, number]) => number) => rows.reduce((sum, row) => sum + f(row), 0) / COUNT
  const a = mean(([x]) => x * x)
  const b = mean(([x, y]) => x * y)
  const c = mean(([, y]) => y * y)
  // Eigenvalues of the Hessian 2 · [[a, b], [b, c]].
  const middle = a + c
  const apart = Math.sqrt((a - c) ** 2 + 4 * b * b)
  return {
    moments: [a, b, c],
    lowest: [EFFECTS[0], EFFECTS[1] / ratio],
    curvatures: [middle + apart, middle - apart],
  }
}

/** Loss above the lowest, of weights as they differ from the best ones. */
export const heightAt = ({ moments: [a, b, c] }: Bowl, [u, v]: readonly [number, number]): number =>
  a * u * u + 2 * b * u * v + c * v * v

/** The best rate there is: the steepest and the flattest direction then shrink by the same factor a step. */
export const bestRate = ({ curvatures: [steep, flat] }: Bowl): number => 2 / (steep + flat)

export interface Descent {
  step: number
  /** Weights along the way, beginning at 0, as they differ from the best ones. */
  path: readonly (readonly [number, number])[]
  heights: readonly number[]
}

export const startDescent = (bowl: Bowl): Descent => {
  const from = [-bowl.lowest[0], -bowl.lowest[1]] as const
  return { step: 0, path: [from], heights: [heightAt(bowl, from)] }
}

export function descend(bowl: Bowl, { step, path, heights }: Descent): Descent {
  const [a, b, c] = bowl.moments
  const [u, v] = path.at(-1) ?? [0, 0]
  const rate = bestRate(bowl)
  const next = [u - rate * 2 * (a * u + b * v), v - rate * 2 * (b * u + c * v)] as const
  return { step: step + 1, path: [...path, next], heights: [...heights, heightAt(bowl, next)] }
}

/** The first step at which a hundredth of the loss above the lowest is left. */
export function stepsToArrive({ heights }: Descent): number | null {
  const at = heights.findIndex((height) => height < 0.01 * (heights[0] ?? 0))
  return at < 0 ? null : at
}
