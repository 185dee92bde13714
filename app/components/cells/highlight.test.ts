import fc from 'fast-check'
import { expect, it } from 'vitest'
import { highlight } from './highlight.ts'

const textOf = (source: string) =>
  highlight(source)
    .map((line) => line.map(({ text }) => text).join(''))
    .join('\n')

it('loses and adds nothing, whatever the text', () => {
  const piece = fc.constantFrom('"', "'", '`', '/*', '*/', '//', '\n', '\\', '${', 'const', ' ', '1e3', 'x')
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(piece).map((pieces) => pieces.join('')),
      ),
      (source) => {
        expect(textOf(source)).toBe(source)
      },
    ),
  )
})

it.each([
  ['const x = 1.5e-3 // rate', ['keyword:const', 'plain: x = ', 'number:1.5e-3', 'plain: ', 'comment:// rate']],
  ["tf.layers['dense']", ['plain:tf.layers[', "string:'dense'", 'plain:]']],
  ['`a ${1} b`', ['string:`a ${1} b`']],
  ['constant', ['plain:constant']],
  ['Array.from(x)', ['plain:Array.from(x)']],
  ['[...new Set()]', ['plain:[...', 'keyword:new', 'plain: Set()]']],
  ['x2 + 2', ['plain:x2 + ', 'number:2']],
])('tells the pieces of %s apart', (source, pieces) => {
  expect(highlight(source).flatMap((line) => line.map(({ kind, text }) => `${kind}:${text}`))).toEqual(pieces)
})

it('goes on over lines', () => {
  expect(highlight('/* a\nb */ c')[1]).toEqual([
    { kind: 'comment', text: 'b */' },
    { kind: 'plain', text: ' c' },
  ])
})
