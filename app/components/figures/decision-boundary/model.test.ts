import { describe, expect, it } from 'vitest'
import { drawShape } from './data.ts'
import { MOST_EPOCHS, startRace, trainEpoch } from './model.ts'

function train(shape: 'circle' | 'xor' | 'spiral' | 'corner', units: number[]) {
  const rows = drawShape(shape)
  let race = startRace(units, rows)
  const best = () => race.learners.at(-1)?.accuracy ?? 0
  while (race.epoch < MOST_EPOCHS && best() < 0.98) race = trainEpoch(race, rows)
  return race.learners.map(({ accuracy }) => accuracy)
}

describe('decision boundary', { timeout: 60_000 }, () => {
  it.each([
    ['circle', [1, 2, 8]],
    ['xor', [1, 2, 8]],
    ['corner', [1, 2, 8]],
    ['spiral', [2, 8, 32]],
  ] as const)('%s: few units cannot bend enough, more can', (shape, units) => {
    const accuracy = train(shape, [...units])
    expect(accuracy[0]).toBeLessThan(0.93)
    expect(accuracy.at(-1)).toBeGreaterThan(0.97)
    expect(accuracy.at(-1)).toBeGreaterThan(accuracy[0] as number)
  })

  it('is the same every time', () => {
    const rows = drawShape('circle')
    const loss = () => trainEpoch(startRace([3], rows), rows).learners[0]?.loss
    expect(loss()).toBe(loss())
  })
})
