import type { CompileReply } from '#lib/contract/sandbox-protocol.ts'
import { compileFault } from '#lib/learner/transpile-rules.ts'
import { rewriteCell } from './rewrite-cell.ts'

const CELL_OPTIONS = {
  loader: 'ts',
  // Await at the top level is for modules.
  format: 'esm',
  target: 'es2022',
  sourcemap: 'external',
  sourcefile: 'cell.ts',
  sourcesContent: false,
  logLevel: 'silent',
  // An import that this cell doesn't use is there for the next ones.
  tsconfigRaw: '{"compilerOptions":{"verbatimModuleSyntax":true}}',
} as const

type Transform = (source: string, options: typeof CELL_OPTIONS) => Promise<{ code: string; map: string }>

/** A cell's TypeScript as the body that the runner evaluates. */
export async function compileCell(transform: Transform, source: string): Promise<CompileReply> {
  let output: { code: string; map: string }
  try {
    output = await transform(source, CELL_OPTIONS)
  } catch (error) {
    const { ok: _, ...fault } = compileFault(error)
    return { ok: false, fault: { ...fault, hint: 'Look at this line and the one before it.' } }
  }
  return { ok: true, map: output.map, ...rewriteCell(output.code) }
}
