import { describe, expect, it } from 'vitest'
import {
  formatCount,
  formatDateTime,
  formatMoment,
  formatNumberOf,
  formatPoints,
  formatRelative,
  formatScore,
  formatSeconds,
} from './format.ts'

const now = new Date('2026-11-23T04:00:00Z')

describe('dates', () => {
  it.each([
    ['2026-11-27T10:00:00Z', 'Australia/Perth', 'Fri 27 Nov, 18:00 AWST'],
    ['2026-11-27T10:00:00Z', 'Europe/Berlin', 'Fri 27 Nov, 11:00 CET'],
    ['2026-07-27T22:30:00Z', 'Europe/Berlin', 'Tue 28 Jul, 00:30 CEST'],
  ])('%s in %s is %s', (at, zone, text) => {
    // Names of European zones depend on the ICU data; the day and the time must not.
    expect(formatDateTime(new Date(at), zone).slice(0, 17).trim()).toBe(text.slice(0, 17).trim())
  })

  it('names the zone', () => {
    expect(formatDateTime(new Date('2026-11-27T10:00:00Z'), 'Australia/Perth')).toBe('Fri 27 Nov, 18:00 AWST')
  })

  it.each([
    // 15:59Z is the last minute of the day in Perth, 16:00Z the first of the next.
    ['2026-11-23T15:59:00Z', '23:59'],
    ['2026-11-23T16:00:00Z', 'Tue 00:00'],
    ['2026-11-27T10:00:00Z', 'Fri 18:00'],
    ['2026-12-04T10:00:00Z', '4 Dec'],
  ])('moment %s reads %s', (at, text) => {
    expect(formatMoment(new Date(at), now, 'Australia/Perth')).toBe(text)
  })

  it.each([
    [59, 'in under a minute'],
    [-59, 'just now'],
    [119, 'in 1 minute'],
    [-3600, '1 hour ago'],
    [86_400 * 2 - 1, 'in 1 day'],
    [86_400 * 3, 'in 3 days'],
    [-86_400 * 15, '2 weeks ago'],
  ])('%d s from now reads %s', (seconds, text) => {
    expect(formatRelative(new Date(now.getTime() + seconds * 1000), now)).toBe(text)
  })
})

describe('figures', () => {
  it.each([
    ['accuracy', 0.94749, '0.947'],
    ['macroF1', 1, '1.000'],
    ['rmse', 55.123, '55.1'],
    ['rmse', 0.01234, '0.0123'],
    ['rmse', 1234.5, '1235'],
    ['rmse', 0, '0'],
    ['cases', 0.8, '80 %'],
    ['cases', 23 / 24, '95.8 %'],
    ['accuracy', null, '–'],
  ] as const)('%s %s reads %s', (metric, value, text) => {
    expect(formatScore(metric, value)).toBe(text)
  })

  it.each([
    [0.84, '0.8 s'],
    [41.6, '42 s'],
    [59.7, '1 min'],
    [125, '2 min 5 s'],
  ])('%d seconds reads %s', (seconds, text) => {
    expect(formatSeconds(seconds)).toBe(text)
  })

  it('groups thousands, trims points and counts things', () => {
    expect(formatCount(40_000)).toBe('40,000')
    expect([82.54, 100, 0].map(formatPoints)).toEqual(['82.5', '100', '0'])
    expect([0, 1, 2].map((n) => formatNumberOf(n, 'attempt'))).toEqual(['0 attempts', '1 attempt', '2 attempts'])
  })
})
