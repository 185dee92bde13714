import { describe, expect, it } from 'vitest'
import { bestRate, bowlOf, descend, heightAt, startDescent, stepsToArrive } from './model.ts'

function arrive(ratio: number): number {
  const bowl = bowlOf(ratio)
  let descent = startDescent(bowl)
  while (stepsToArrive(descent) === null && descent.step < 5000) descent = descend(bowl, descent)
  return stepsToArrive(descent) ?? Number.POSITIVE_INFINITY
}

describe('scaling', () => {
  it('needs many times the steps for inputs of unequal size', () => {
    expect(arrive(1)).toBeLessThan(12)
    expect(arrive(5)).toBeGreaterThan(arrive(1) * 3)
    expect(arrive(10)).toBeGreaterThan(arrive(5) * 2)
  })

  it('has the curvatures of its quadratic form: heights along any direction lie between them', () => {
    const bowl = bowlOf(3)
    const [steep, shallow] = bowl.curvatures
    for (let angle = 0; angle < Math.PI; angle += 0.1) {
      const height = heightAt(bowl, [Math.cos(angle), Math.sin(angle)])
      expect(height).toBeLessThanOrEqual(steep / 2 + 1e-9)
      expect(height).toBeGreaterThanOrEqual(shallow / 2 - 1e-9)
    }
    expect(bestRate(bowl)).toBeLessThan(2 / steep)
  })

  it('goes down at every step', () => {
    const bowl = bowlOf(8)
    let descent = startDescent(bowl)
    for (let i = 0; i < 50; i++) descent = descend(bowl, descent)
    descent.heights.slice(1).forEach((height, i) => {
      expect(height).toBeLessThan(descent.heights[i] as number)
    })
  })
})
