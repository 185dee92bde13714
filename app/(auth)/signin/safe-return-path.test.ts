import fc from 'fast-check'
import { expect, it } from 'vitest'
import { safeReturnPath } from './safe-return-path.ts'

it.each([
  ['/courses/dl?tab=runs', '/courses/dl?tab=runs'],
  [undefined, '/'],
  [['/a', '/b'], '/'],
  ['https://elsewhere.example/courses', '/'],
  ['//elsewhere.example', '/'],
  ['/\\elsewhere.example', '/'],
  ['/\t/elsewhere.example', '/'],
  ['javascript:alert(1)', '/'],
  ['/.//elsewhere.example', '/'],
])('%j leads to %s', (given, path) => {
  expect(safeReturnPath(given)).toBe(path)
})

it('never leads to another site', () => {
  const piece = fc.constantFrom('/', '\\', '.', '..', '\t', '@', ':', 'http', 'evil.example', '?', '#', 'a')
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
      const path = safeReturnPath(pieces.join(''))
      expect(new URL(path, 'http://us.example/signin').origin).toBe('http://us.example')
    }),
  )
})
