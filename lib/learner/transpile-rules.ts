import { MAX_SOURCE_BYTES } from '../contract/source-limit.ts'
import { type Position, positionMapper } from './position-mapper.ts'

export interface Transpiled {
  /** CommonJS. */
  code: string
  /** Source map, for whoever maps elsewhere. */
  map: string
  /** From a position in `code` to the TypeScript it came from. */
  mapPosition(at: Position): Position | undefined
}

export type TranspileFault = {
  ok: false
  verdict: 'compile_error' | 'contract_error'
  message: string
  hint?: string
  at?: Position
}
export type TranspileResult = ({ ok: true } & Transpiled) | TranspileFault

/** The part of esbuild that is used: its native program in the grader, its WebAssembly in the browser, one version. */
export type Transform = (source: string, options: typeof TRANSPILE_OPTIONS) => Promise<{ code: string; map: string }>

export const TRANSPILE_OPTIONS = {
  loader: 'ts',
  format: 'cjs',
  target: 'node22',
  sourcemap: 'external',
  sourcefile: 'solution.ts',
  sourcesContent: false,
  logLevel: 'silent',
  tsconfigRaw: '{}',
} as const

/** A solution's TypeScript as CommonJS. One file is transformed and nothing is looked up: it can name no other file. */
export async function transpileWith(transform: Transform, source: string): Promise<TranspileResult> {
  const bytes = new TextEncoder().encode(source).byteLength
  if (bytes > MAX_SOURCE_BYTES)
    return {
      ok: false,
      verdict: 'contract_error',
      message: `Your file has ${bytes} bytes; at most ${MAX_SOURCE_BYTES} are taken.`,
      hint: 'Remove pasted data: training rows reach your code through `prepare`.',
    }
  let output: { code: string; map: string }
  try {
    output = await transform(source, TRANSPILE_OPTIONS)
  } catch (error) {
    return compileFault(error)
  }
  const mapPosition = positionMapper(output.map)
  const foreign = findForeignImport(output.code)
  if (foreign) {
    const at = mapPosition(foreign.at)
    return {
      ok: false,
      verdict: 'contract_error',
      message: `'${foreign.name}' cannot be imported.`,
      hint: "Only '@tensorflow/tfjs' and 'gradus' may be imported. Write what you need in this file.",
      ...(at ? { at } : {}),
    }
  }
  return { ok: true, code: output.code, map: output.map, mapPosition }
}

interface EsbuildErrors {
  errors?: { text: string; location: { line: number; column: number } | null }[]
}

/** What esbuild says of text that is no TypeScript, at its line. @throws the error itself when it is another kind */
export function compileFault(error: unknown): TranspileFault {
  const first = (error as EsbuildErrors).errors?.[0]
  if (!first) throw error
  return {
    ok: false,
    verdict: 'compile_error',
    message: first.text,
    hint: 'The file could not be read as TypeScript. Look at this line and the one before it.',
    ...(first.location ? { at: { line: first.location.line, column: first.location.column + 1 } } : {}),
  }
}

const IMPORTABLE = new Set(['@tensorflow/tfjs', 'gradus'])

/** What esbuild makes of an import or a re-export: a statement of its own. Other requires are refused inside the box. */
const IMPORT = /^(?:(?:var|let|const) [\w$]+ = (?:__toESM\()?|__reExport\([\w$]+, )?require\("((?:[^"\\]|\\.)*)"\)/gm

function findForeignImport(code: string): { name: string; at: Position } | null {
  for (const match of code.matchAll(IMPORT)) {
    const name = match[1] ?? ''
    if (IMPORTABLE.has(name)) continue
    const before = code.slice(0, match.index)
    // The end of the statement's first name is mapped to the import; its very start sometimes isn't.
    const column = match[0].indexOf('require(') + 1
    return { name, at: { line: before.split('\n').length, column } }
  }
  return null
}
