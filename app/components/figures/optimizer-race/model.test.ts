import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { FIGURE_OPTIMIZERS } from '#lib/contract/figure.ts'
import { lineUp, MOST_STEPS, stepAll } from './model.ts'
import { RANGE, SURFACES, type SurfaceName } from './surfaces.ts'

const surfaces = Object.keys(SURFACES) as SurfaceName[]
const inside = fc.double({ min: -RANGE, max: RANGE, noNaN: true })

describe.each(surfaces)('surface %s', (name) => {
  const { height, slope, lowest } = SURFACES[name]

  it('has the slopes that finite differences find', () => {
    const step = 1e-5
    fc.assert(
      fc.property(inside, inside, (x, y) => {
        const [byX, byY] = slope(x, y)
        expect(byX).toBeCloseTo((height(x + step, y) - height(x - step, y)) / (2 * step), 4)
        expect(byY).toBeCloseTo((height(x, y + step) - height(x, y - step)) / (2 * step), 4)
      }),
    )
  })

  it('is nowhere lower than where it says', () => {
    expect(height(...lowest.at)).toBeCloseTo(lowest.height, 9)
    fc.assert(fc.property(inside, inside, (x, y) => height(x, y) >= lowest.height - 1e-9))
  })
})

function race(surface: SurfaceName, pace = 1) {
  let state = lineUp({ surface, optimizers: FIGURE_OPTIMIZERS, start: SURFACES[surface].start, pace })
  while (state.step < MOST_STEPS) state = stepAll(state, surface)
  return Object.fromEntries(state.runners.map(({ name, heights }) => [name, heights.at(-1) as number]))
}

describe('race', () => {
  it('brings everyone down the bowl', () => {
    for (const height of Object.values(race('bowl'))) expect(height).toBeLessThan(0.05)
  })

  it('shows momentum ahead of plain gradient descent in the ravine', () => {
    const heights = race('ravine')
    expect(heights.momentum).toBeLessThan(heights.sgd as number)
  })

  it('throws gradient descent out of the ravine at twice its rate, for it is steeper than 2 / rate', () => {
    expect(race('ravine', 2).sgd).toBeGreaterThan(1e3)
  })
})
