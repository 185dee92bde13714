import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fromZoned, isTimeZone, toZoned } from './zoned-time.ts'

describe('fromZoned', () => {
  it.each([
    ['2026-11-27T18:00', 'Australia/Perth', '2026-11-27T10:00:00.000Z'],
    ['2026-07-27T18:00', 'Europe/Berlin', '2026-07-27T16:00:00.000Z'],
    ['2026-12-27T18:00', 'Europe/Berlin', '2026-12-27T17:00:00.000Z'],
    ['2026-01-01T00:00', 'America/St_Johns', '2026-01-01T03:30:00.000Z'],
    ['2026-01-01T00:00', 'UTC', '2026-01-01T00:00:00.000Z'],
  ])('%s in %s is %s', (local, zone, utc) => {
    expect(fromZoned(local, zone)?.toISOString()).toBe(utc)
  })

  it.each([
    ['', 'UTC'],
    ['27/11/2026 18:00', 'UTC'],
    ['2026-02-30T10:00', 'UTC'],
    ['2026-01-01T24:30', 'UTC'],
    // Clocks go from 02:00 to 03:00 that night.
    ['2026-03-29T02:30', 'Europe/Berlin'],
  ])('%s in %s names no moment', (local, zone) => {
    expect(fromZoned(local, zone)).toBeNull()
  })

  it('brings back the minute that was shown, wherever clocks are not set back', () => {
    const minutes = fc.integer({ min: 0, max: 60 * 24 * 365 * 10 })
    fc.assert(
      fc.property(minutes, (n) => {
        const at = new Date(Date.UTC(2024, 0, 1) + n * 60_000)
        expect(fromZoned(toZoned(at, 'Australia/Perth'), 'Australia/Perth')).toEqual(at)
      }),
    )
  })
})

it.each([
  ['Australia/Perth', true],
  ['UTC', true],
  ['Perth', false],
  ['', false],
])('%s is a time zone: %s', (name, known) => {
  expect(isTimeZone(name)).toBe(known)
})
