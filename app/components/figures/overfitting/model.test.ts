import { describe, expect, it } from 'vitest'
import { bestOf, MOST_EPOCHS, type Setting, startFit, trainEpoch } from './model.ts'

function fit(setting: Setting) {
  let state = startFit(setting)
  while (state.epoch < MOST_EPOCHS) state = trainEpoch(state, setting)
  const last = state.losses.at(-1)
  return { train: last?.train ?? 0, validation: last?.validation ?? 0, best: bestOf(state) }
}

// Each trains 1,500 epochs: a second, or many where other things run too.
describe('overfitting', { timeout: 60_000 }, () => {
  const wide = fit({ width: 32, l2: 0, dropout: 0 })

  it('fits the noise with a wide network: training loss falls on while validation loss rises', () => {
    expect(wide.train).toBeLessThan(0.02)
    expect(wide.validation).toBeGreaterThan(wide.best.validation * 1.3)
    expect(wide.best.epoch).toBeLessThan(MOST_EPOCHS / 2)
  })

  it('underfits with one unit', () => {
    expect(fit({ width: 1, l2: 0, dropout: 0 }).train).toBeGreaterThan(wide.train * 2)
  })

  it.each([
    ['l2', { width: 32, l2: 0.003, dropout: 0 }],
    ['dropout', { width: 32, l2: 0, dropout: 0.3 }],
  ])('is held back by %s', (_name, setting) => {
    const held = fit(setting)
    expect(held.train).toBeGreaterThan(wide.train)
    expect(held.validation).toBeLessThan(wide.validation)
  })
})
