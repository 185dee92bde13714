import { SourceMap } from 'node:module'
import { type Message, transform } from 'esbuild'
import { MAX_SOURCE_BYTES } from '#lib/contract/source-limit.ts'

export interface Position {
  /** 1-based. */
  line: number
  column: number
}

export interface Transpiled {
  /** CommonJS. */
  code: string
  /** From a position in `code` to the TypeScript it came from. */
  mapPosition(at: Position): Position | undefined
}

export type TranspileResult =
  | ({ ok: true } & Transpiled)
  | {
      ok: false
      verdict: 'compile_error' | 'contract_error'
      message: string
      hint?: string
      at?: Position
    }

/** A solution's TypeScript as CommonJS. One file is transformed and nothing is looked up: it can name no other file. */
export async function transpile(source: string): Promise<TranspileResult> {
  const bytes = Buffer.byteLength(source)
  if (bytes > MAX_SOURCE_BYTES)
    return {
      ok: false,
      verdict: 'contract_error',
      message: `Your file has ${bytes} bytes; at most ${MAX_SOURCE_BYTES} are taken.`,
      hint: 'Remove pasted data: training rows reach your code through `prepare`.',
    }
  let output: { code: string; map: string }
  try {
    output = await transform(source, {
      loader: 'ts',
      format: 'cjs',
      target: 'node22',
      sourcemap: 'external',
      sourcefile: 'solution.ts',
      sourcesContent: false,
      logLevel: 'silent',
      tsconfigRaw: '{}',
    })
  } catch (error) {
    const first = (error as { errors?: Message[] }).errors?.[0]
    if (!first) throw error
    return {
      ok: false,
      verdict: 'compile_error',
      message: first.text,
      hint: 'The file could not be read as TypeScript. Look at this line and the one before it.',
      ...(first.location ? { at: { line: first.location.line, column: first.location.column + 1 } } : {}),
    }
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
  return { ok: true, code: output.code, mapPosition }
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

function positionMapper(map: string) {
  const sourceMap = new SourceMap(JSON.parse(map))
  return ({ line, column }: Position): Position | undefined => {
    const found = sourceMap.findEntry(line - 1, column - 1)
    return 'originalLine' in found && typeof found.originalLine === 'number'
      ? { line: found.originalLine + 1, column: found.originalColumn + 1 }
      : undefined
  }
}
