import { expect, it } from 'vitest'
import { lastValues } from './last-values.ts'

it.each([
  [[1, 2, 3, 4, 5, 6], 2, [3, 6]],
  [[7, 8], 2, [7, 8]],
])('of %j in %d rows: %j', (data, rows, last) => expect(lastValues(data, rows)).toEqual(last))

it('refuses rows of different length', () => expect(() => lastValues([1, 2, 3], 2)).toThrow(RangeError))
