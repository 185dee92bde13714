import { describe, expect, it } from 'vitest'
import { drawRows, hasConverged, look, MOST_PASSES, startWalk, type Walk } from './model.ts'

function walkToTheEnd(separable: boolean): { walk: Walk; converged: boolean } {
  const rows = drawRows(separable)
  let walk = startWalk()
  while (!hasConverged(walk, rows) && walk.looks < MOST_PASSES * rows.length) walk = look(walk, rows)
  return { walk, converged: hasConverged(walk, rows) }
}

describe('perceptron', () => {
  it('settles where a line separates the classes, after mistakes', () => {
    const { walk, converged } = walkToTheEnd(true)
    expect(converged).toBe(true)
    expect(walk.mistakes[0]).toBeGreaterThan(2)
    expect(walk.mistakes.length).toBeGreaterThan(2)
    const rows = drawRows(true)
    for (const { x, y } of rows) expect(walk.w[0] * x[0] + walk.w[1] * x[1] + walk.b >= 0).toBe(y === 1)
  })

  it('never settles where none does', () => {
    const { walk, converged } = walkToTheEnd(false)
    expect(converged).toBe(false)
    expect(walk.mistakes).toHaveLength(MOST_PASSES)
  })

  it('moves by the row, its error and the rate; and not at all where the row is told right', () => {
    const start: Walk = { ...startWalk(), w: [1, 0], b: 0 }
    const told = look(start, [{ x: [0.5, 0.2], y: 1 }])
    expect([told.w, told.b, told.moved]).toEqual([[1, 0], 0, false])
    const wrong = look(start, [{ x: [0.5, 0.25], y: 0 }])
    expect([wrong.w, wrong.b, wrong.moved]).toEqual([[0.95, -0.025], -0.1, true])
  })
})
