import { describe, expect, it } from 'vitest'
import { openingState } from './opening.ts'
import { afterLoss, MAX_TRIES, queuedDeadline, runningDeadline } from './run-state.ts'
import { keepsPoint, MAX_CURVE_POINTS, thinCurve } from './thin-curve.ts'

const now = new Date('2026-11-23T04:00:00Z')
const past = new Date(now.getTime() - 1)
const future = new Date(now.getTime() + 1)

describe('afterLoss', () => {
  it.each([
    ['its job vanished while it waited', 'queued', 0, future, 'requeue'],
    ['its worker died the first time', 'running', 1, future, 'requeue'],
    ['its worker died once more', 'running', MAX_TRIES - 1, future, 'requeue'],
    ['its worker died the last time', 'running', MAX_TRIES, future, 'give-up'],
    ['its worker hangs', 'running', 1, now, 'requeue'],
    ['its worker hangs for the last time', 'running', MAX_TRIES, past, 'give-up'],
    ['nobody ever took it', 'queued', 0, now, 'give-up'],
  ] as const)('%s', (_, state, tries, deadlineAt, expected) => {
    expect(afterLoss({ state, tries, deadlineAt }, now)).toBe(expected)
  })

  it('gives a run more wall time than its CPU-seconds', () => {
    expect(runningDeadline(now, 60).getTime() - now.getTime()).toBeGreaterThan(60_000)
    expect(queuedDeadline(now).getTime()).toBeGreaterThan(now.getTime())
  })
})

describe('openingState', () => {
  it.each([
    [future, new Date(now.getTime() + 2), 'not-open'],
    [now, future, 'open'],
    [past, now, 'closed'],
  ] as const)('from %s until %s', (opensAt, closesAt, expected) => {
    expect(openingState({ opensAt, closesAt }, now)).toBe(expected)
  })
})

describe('thinCurve', () => {
  const points = (n: number) => Array.from({ length: n }, (_, i) => ({ epoch: i + 1 }))

  it.each([0, 1, 499, 500, 501, 999, 1000, 1001, 10_000])('keeps first and last of %d within the limit', (n) => {
    const kept = thinCurve(points(n))
    expect(kept.length).toBeLessThanOrEqual(MAX_CURVE_POINTS)
    expect(kept.length).toBeGreaterThanOrEqual(Math.min(n, MAX_CURVE_POINTS / 2))
    expect(kept[0]).toEqual(points(n)[0])
    expect(kept.at(-1)).toEqual(points(n).at(-1))
    expect(new Set(kept).size).toBe(kept.length)
  })

  it.each([1, 500, 501, 10_000])('tells no more than the limit while %d epochs are trained', (epochs) => {
    expect(points(epochs).filter(({ epoch }) => keepsPoint(epoch, epochs)).length).toBeLessThanOrEqual(MAX_CURVE_POINTS)
  })
})
