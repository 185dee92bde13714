import { describe, expect, it } from 'vitest'
import { EPOCHS, SCHEDULE_NAMES, SCHEDULES, startTraining, trainEpoch } from './model.ts'

describe('schedules', { timeout: 60_000 }, () => {
  it.each(SCHEDULE_NAMES)('%s stays between 0 and the base rate', (name) => {
    for (let epoch = 0; epoch < EPOCHS; epoch++) {
      expect(SCHEDULES[name](epoch)).toBeGreaterThan(0)
      expect(SCHEDULES[name](epoch)).toBeLessThanOrEqual(1)
    }
  })

  it('let the loss settle where the rate falls, and not where it stays', () => {
    let training = startTraining()
    while (training.epoch < EPOCHS) training = trainEpoch(training, 0.05)
    const restless = (losses: readonly number[]) => {
      const late = losses.slice(-12)
      return Math.max(...late) - Math.min(...late)
    }
    const [constant, ...falling] = training.followers
    for (const { losses } of falling) {
      expect(restless(losses)).toBeLessThan(restless(constant?.losses ?? []) / 3)
      expect(losses.at(-1)).toBeLessThan(constant?.losses.at(-1) ?? 0)
    }
  })
})
