import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Attack, NativeAttack } from './attack.ts'

const FOLDER = fileURLToPath(new URL('../../tests/security/attacks', import.meta.url))

export interface CorpusCase {
  /** The item's number, with a letter where an item has several cases: `39b`. */
  id: string
  attack: Attack | NativeAttack
}

/** The attack corpus, in the order of its numbers: one file a case, named `<id>-<what>.ts`. */
export async function loadCorpus(folder: string = FOLDER): Promise<CorpusCase[]> {
  const files = (await readdir(folder)).filter((file) => /^\d+[a-z]?-.*\.ts$/.test(file)).sort()
  return Promise.all(
    files.map(async (file) => {
      const { attack }: { attack: Attack | NativeAttack } = await import(path.join(folder, file))
      return { id: (file.split('-', 1)[0] ?? file).replace(/^0+/, ''), attack }
    }),
  )
}
