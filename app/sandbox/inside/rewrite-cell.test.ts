import { transform } from 'esbuild'
import { describe, expect, it } from 'vitest'
import { compileCell } from './compile-cell.ts'
import { rewriteCell } from './rewrite-cell.ts'

/** Cells as a session runs them: one scope, each through the same steps as in the browser. */
function session() {
  const scope: Record<string, unknown> = Object.assign(Object.create(null), { tf: 'tensorflow' })
  return async (source: string) => {
    const compiled = await compileCell(transform, source)
    if (!compiled.ok) throw new Error(compiled.fault.message)
    for (const name of compiled.names) scope[name] ??= undefined
    // biome-ignore lint/security/noGlobalEval: as the runner does
    const run = globalThis.eval(compiled.code) as (scope: object, load: (name: string) => unknown) => Promise<unknown>
    return run(scope, async (name) => ({ default: `default of ${name}`, part: `part of ${name}` }))
  }
}

describe('a session of cells', () => {
  it.each([
    ['a constant', ['const a = 2', 'a * 3'], 6],
    ['several at once', ['let a = 1, b, c = 3', '[a, b, c]'], [1, undefined, 3]],
    [
      'destructuring',
      ['const { a, b: [c, ...d], ...e } = { a: 1, b: [2, 3, 4], f: 5 }', '[a, c, d, e]'],
      [1, 2, [3, 4], { f: 5 }],
    ],
    ['defaults', ['const [a = 7] = []', 'a'], 7],
    [
      'a function, called above its declaration',
      ['const y = twice(2)\nfunction twice(x: number) { return 2 * x }', '[y, twice(y)]'],
      [4, 8],
    ],
    ['a class', ['class Net { units = 3 }', 'new Net().units'], 3],
    ['an async function', ['async function wait() { return 5 }', 'await wait()'], 5],
    ['await at the top level', ['const a = await Promise.resolve(1)\na + 1'], 2],
    ['a promise as the value', ['Promise.resolve(4)'], 4],
    ['declared anew', ['const a = 1', 'const a = 2', 'a'], 2],
    ['changed later', ['let a = 1', 'a += 1', 'a'], 2],
    [
      'a function that reads what a later cell changes',
      ['let rate = 1\nconst now = () => rate', 'rate = 5', 'now()'],
      5,
    ],
    ['exports, as if there were none', ['export const a = 1\nexport function f() { return a }', 'f()'], 1],
    ['a namespace', ["import * as m from 'x'", 'm.part'], 'part of x'],
    ['names and a default', ["import d, { part as p } from 'x'", '[d, p]'], ['default of x', 'part of x']],
    ['what the session gives', ['tf'], 'tensorflow'],
    ['types', ['interface Row { a: number }\nconst rows: Row[] = [{ a: 1 }]', 'rows[0]?.a'], 1],
    ['an enum', ['enum Kind { One = 1, Two }', 'Kind.Two'], 2],
    ['an object in brackets', ['({ a: 1 })'], { a: 1 }],
    ['a comment after the last expression', ['1 + 1 // two'], 2],
    ['a statement at the end, which has no value', ['const a = 1'], undefined],
    ['a loop', ['let sum = 0\nfor (const n of [1, 2, 3]) sum += n\nsum'], 6],
    ['a template over lines', ['const text = `a\nb`', 'text.length'], 3],
    ['nothing', ['', '// only a comment'], undefined],
  ])('%s', async (_, cells, value) => {
    const run = session()
    let last: unknown
    for (const cell of cells) last = await run(cell)
    expect(last).toEqual(value)
  })

  it('keeps every line where it was', () => {
    const source = [
      'const {',
      '  a,',
      '} = f()',
      'import {',
      '  x,',
      "} from 'y'",
      'export class A {',
      '}',
      'a',
      ';',
    ].join('\n')
    const { code, names } = rewriteCell(source)
    const lines = code.split('\n')
    expect(lines).toHaveLength(source.split('\n').length + 1)
    expect(lines[8]).toContain('a')
    expect(names).toEqual(['a', 'x', 'A'])
  })

  it('says where a cell is no TypeScript', async () => {
    expect(await compileCell(transform, 'const a = 1\nconst b = (')).toMatchObject({
      ok: false,
      fault: { verdict: 'compile_error', at: { line: 2 } },
    })
    expect(await compileCell(transform, 'const a = 1\nconst a = 2')).toMatchObject({ ok: false })
  })
})
