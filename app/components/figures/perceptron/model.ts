import { drawClouds, type LabelledPoint } from '../kit/clouds.ts'

export type Weights = readonly [number, number]

/** The perceptron after some number of looks at rows, one after another. */
export interface Walk {
  w: Weights
  b: number
  /** What it was before the last look. */
  before: { w: Weights; b: number }
  /** The row looked at last; null before the first. */
  looked: number | null
  /** Whether the last look found the row on the wrong side, and so moved the line. */
  moved: boolean
  looks: number
  /** Mistakes of each pass over the rows, the running one last. */
  mistakes: readonly number[]
}

/** Two clouds apart, or two that reach into each other so that no line will do. */
export const drawRows = (separable: boolean): LabelledPoint[] =>
  drawClouds({
    seed: separable ? 4 : 9,
    each: 12,
    middle: separable ? [0.36, 0.4] : [0.2, 0.24],
    spread: separable ? 0.17 : 0.3,
  })

const RATE = 0.1

export const startWalk = (): Walk => {
  const start = { w: [0.5, -0.6] as const, b: 0.35 }
  return { ...start, before: start, looked: null, moved: false, looks: 0, mistakes: [0] }
}

/** The perceptron rule: a row on the wrong side pulls the weights towards itself (class 1) or pushes them away (class 0). */
export function look(walk: Walk, rows: readonly LabelledPoint[]): Walk {
  const at = walk.looks % rows.length
  const row = rows[at] as LabelledPoint
  const { w, b } = walk
  const says = w[0] * row.x[0] + w[1] * row.x[1] + b >= 0 ? 1 : 0
  const error = row.y - says
  const mistakes = at === 0 && walk.looks > 0 ? [...walk.mistakes, 0] : walk.mistakes
  return {
    w: [w[0] + RATE * error * row.x[0], w[1] + RATE * error * row.x[1]],
    b: b + RATE * error,
    before: { w, b },
    looked: at,
    moved: error !== 0,
    looks: walk.looks + 1,
    mistakes: mistakes.map((count, pass) => (pass === mistakes.length - 1 && error !== 0 ? count + 1 : count)),
  }
}

/** A whole pass without a mistake: nothing will move any more. */
export const hasConverged = (walk: Walk, rows: readonly LabelledPoint[]): boolean =>
  walk.looks > 0 && walk.looks % rows.length === 0 && walk.mistakes.at(-1) === 0

/** Where no line separates the rows it would go on for ever; the figure stops after this many passes. */
export const MOST_PASSES = 12
