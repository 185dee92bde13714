import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { findExports } from './find-exports.ts'

const textOf = (source: string) =>
  Object.fromEntries(findExports(source).map(({ name, from, to }) => [name, source.slice(from, to)]))

describe('findExports', () => {
  it('finds functions and constants with what belongs to them, and nothing else', () => {
    const source = `import type { Ctx } from 'gradus'

/** export const commented = 1 */
const helper = (x: number) => {
  return x
}
export function prepare(): { a: number } {
  const s = "} export const no = 1"
  return { a: helper(1) }
}

// the rest
export const training = {
  optimizer: 'adam',
  learningRate: (epoch) => \`\${epoch > 1 ? \`}\` : '{'}\`.length,
}

export async function* later() {}
`
    expect(textOf(source)).toEqual({
      prepare: `export function prepare(): { a: number } {
  const s = "} export const no = 1"
  return { a: helper(1) }
}`,
      training: `export const training = {
  optimizer: 'adam',
  learningRate: (epoch) => \`\${epoch > 1 ? \`}\` : '{'}\`.length,
}`,
      later: 'export async function* later() {}',
    })
  })

  it('takes a statement that goes on over lines to its end', () => {
    expect(textOf('export const a =\n  1 +\n  2\nconst b = 3\n')).toEqual({ a: 'export const a =\n  1 +\n  2' })
  })

  it('survives text that is no module', () => {
    for (const text of ['', '"', '`${', '/*', '}}}', 'export', 'export const']) expect(findExports(text)).toEqual([])
  })

  it('finds every slot that the starters of the catalogue export', () => {
    for (const slug of readdirSync('exercises')) {
      const starter = readFileSync(`exercises/${slug}/starter.ts`, 'utf8')
      const declared = [...starter.matchAll(/^export (?:const|function) (\w+)/gm)].map((match) => match[1])
      expect(
        findExports(starter).map(({ name }) => name),
        slug,
      ).toEqual(declared)
    }
  })
})
