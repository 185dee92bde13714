import { describe, expect, it } from 'vitest'
import { descend, propagate, STAGES, START, tell } from './model.ts'

describe('backpropagation', () => {
  it('finds the slopes that finite differences find', () => {
    const { byParameter, byOutput } = propagate(START)
    const step = 1e-6
    START.parameters.forEach((value, i) => {
      const at = (moved: number) =>
        propagate({ ...START, parameters: START.parameters.map((p, j) => (i === j ? moved : p)) }).loss
      expect(byParameter[i]).toBeCloseTo((at(value + step) - at(value - step)) / (2 * step), 6)
    })
    const byTarget = (propagate({ ...START, target: START.target + step }).loss - propagate(START).loss) / step
    expect(byOutput).toBeCloseTo(-byTarget, 4)
  })

  it('has hidden slopes that agree with those of the weights', () => {
    const { bySums, byParameter } = propagate(START)
    expect(byParameter[0]).toBeCloseTo(bySums[0] * START.x[0], 9)
    expect(byParameter[3]).toBeCloseTo(bySums[1] * START.x[1], 9)
    expect(byParameter[4]).toBeCloseTo(bySums[0], 9)
  })

  it('lowers the loss by descending', () => {
    expect(propagate(descend(START)).loss).toBeLessThan(propagate(START).loss)
  })

  it('tells every stage, with numbers', () => {
    const pass = propagate(START)
    for (const stage of STAGES) expect(tell(stage, START, pass)).toMatch(/\d\.\d/)
  })
})
