import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'yaml'
import type { z } from 'zod'

/** Something an author has to mend, by file and field. Every finding is one line. */
export class AuthorError extends Error {
  constructor(readonly findings: string[]) {
    super(findings.join('\n'))
  }
}

/**
 * Reads a YAML file and parses it by a schema.
 * @param path relative to `root`; named in errors
 * @throws AuthorError e.g. `exercises/x/exercise.yaml: passBar: expected number, received string`
 */
export async function readDefinition<T>(root: string, path: string, schema: z.ZodType<T>): Promise<T> {
  const text = await readText(root, path)
  let raw: unknown
  try {
    raw = parse(text)
  } catch (error) {
    throw new AuthorError([`${path}: ${error instanceof Error ? error.message : String(error)}`])
  }
  const parsed = schema.safeParse(raw)
  if (parsed.success) return parsed.data
  throw new AuthorError(parsed.error.issues.map((issue) => `${path}: ${fieldOf(issue.path)}${plain(issue.message)}`))
}

/** @throws AuthorError when the file isn't there. */
export async function readText(root: string, path: string): Promise<string> {
  const text = await findText(root, path)
  if (text === null) throw new AuthorError([`${path}: no such file`])
  return text
}

export async function findText(root: string, path: string): Promise<string | null> {
  try {
    return await readFile(join(root, path), 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}

const fieldOf = (path: PropertyKey[]) =>
  path.length === 0
    ? ''
    : `${path.map((part, i) => (typeof part === 'number' ? `[${part}]` : `${i > 0 ? '.' : ''}${String(part)}`)).join('')}: `
const plain = (message: string) => message.replace(/^Invalid input: /, '')
