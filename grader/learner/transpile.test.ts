import { describe, expect, it } from 'vitest'
import { MAX_SOURCE_BYTES } from '#lib/contract/source-limit.ts'
import { transpile } from './transpile.ts'

describe('transpile', () => {
  it('gives CommonJS without types, and maps positions back', async () => {
    const source = [
      "import type { Ctx } from 'gradus'",
      "import * as tf from '@tensorflow/tfjs'",
      'interface Row { a: number }',
      '',
      'export function buildModel(ctx: Ctx) {',
      '  const rows: Row[] = []',
      '  throw new Error(`no rows: ${rows.length} ${tf}`)',
      '}',
    ].join('\n')
    const result = await transpile(source)
    if (!result.ok) throw new Error(result.message)
    expect(result.code).not.toContain('gradus')
    expect(result.code).not.toContain('interface')
    const lines = result.code.split('\n')
    const line = lines.findIndex((text) => text.includes('throw new Error')) + 1
    const column = (lines[line - 1] ?? '').indexOf('new Error') + 1
    expect(result.mapPosition({ line, column })).toEqual({ line: 7, column: 9 })
  })

  it('says where a syntax error is', async () => {
    expect(await transpile('const a = 1\nexport const b = (a +\n')).toMatchObject({
      ok: false,
      verdict: 'compile_error',
      at: { line: 3 },
    })
  })

  it.each([
    ["import fs from 'fs'\nexport const a = fs.readFileSync", 'fs', 1],
    ["const a = 1\n\nimport 'node:net'\nexport { a }", 'node:net', 3],
    ["\nimport { readFile } from 'node:fs/promises'\nexport const b = readFile", 'node:fs/promises', 2],
    ["export const c = 1\nexport * from './secret'", './secret', 2],
    ["import * as x from '@tensorflow/tfjs-node'\nexport const d = x", '@tensorflow/tfjs-node', 1],
  ])('refuses an import that does not exist in the box: %j', async (source, name, line) => {
    expect(await transpile(source)).toMatchObject({
      ok: false,
      verdict: 'contract_error',
      message: `'${name}' cannot be imported.`,
      at: { line },
    })
  })

  it('takes text that only looks like an import', async () => {
    expect(await transpile('export const text = \'var import_fs = require("fs")\'')).toMatchObject({ ok: true })
  })

  it('refuses a file over the limit and takes one at it', async () => {
    const comment = (bytes: number) => `//${'x'.repeat(bytes - 2)}`
    expect(await transpile(comment(MAX_SOURCE_BYTES))).toMatchObject({ ok: true })
    expect(await transpile(comment(MAX_SOURCE_BYTES + 1))).toMatchObject({ ok: false, verdict: 'contract_error' })
  })
})
