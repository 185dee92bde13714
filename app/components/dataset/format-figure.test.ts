import { expect, it } from 'vitest'
import { formatFigure } from './format-figure.ts'

it.each([
  [0, '0'],
  [0.04217, '0.0422'],
  [-13.249, '-13.2'],
  [999.4, '999'],
  [1680.4, '1,680'],
])('%d is %s', (value, text) => expect(formatFigure(value)).toBe(text))
