import { describe, expect, it } from 'vitest'
import { isWrong, outputOf, POINTS, saysOne, shadeOf } from './model.ts'

const neuron = { w: [2, -1], b: 0.5, activation: 'sigmoid' } as const

describe('neuron', () => {
  it('sums, then bends', () => {
    expect(outputOf(neuron, [1, 1])).toBeCloseTo(1 / (1 + Math.exp(-1.5)))
    expect(outputOf({ ...neuron, activation: 'step' }, [-1, 1])).toBe(0)
  })

  it('is undecided, and colourless, on its line', () => {
    expect(shadeOf(neuron, [0, 0.5])).toBeCloseTo(0)
    expect(saysOne(neuron, [0, 0.49])).toBe(true)
    expect(saysOne(neuron, [0, 0.51])).toBe(false)
  })

  it('can tell all points of the figure right, and starts with some wrong', () => {
    expect(POINTS.filter((point) => isWrong({ ...neuron, w: [1, 1], b: 0 }, point))).toHaveLength(0)
    expect(POINTS.filter((point) => isWrong({ ...neuron, w: [-1.2, 2.4], b: 0.6 }, point)).length).toBeGreaterThan(2)
  })
})
