import { describe, expect, it } from 'vitest'
import { flatStretches, REACH } from './model.ts'

describe('flatStretches', () => {
  it.each([
    ['linear', []],
    ['step', [{ from: -REACH, to: REACH }]],
    ['relu', [{ from: -REACH, to: 0 }]],
    ['leakyRelu', []],
  ] as const)('%s', (name, stretches) => {
    expect(flatStretches(name)).toEqual(stretches)
  })

  it('finds both ends of the sigmoid, where its slope falls below a twentieth', () => {
    const [low, high] = flatStretches('sigmoid')
    // σ(z)(1 − σ(z)) = 0.05 at z = ±2.887.
    expect(low?.to).toBeCloseTo(-2.9, 1)
    expect(high?.from).toBeCloseTo(2.9, 1)
  })
})
