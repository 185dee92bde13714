import { randomUUID } from 'node:crypto'
import { mkdir, rename, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { type BaselineKey, Baselines } from '../contract/baselines.ts'
import { hashOfJson } from './keyed-hash.ts'
import { findText } from './read-definition.ts'

/** Measured baselines as files of a data folder, found by their key. */
export interface BaselineStore {
  find(key: BaselineKey): Promise<Baselines | null>
  save(baselines: Baselines): Promise<void>
}

export function openBaselineStore(dataFolder: string): BaselineStore {
  const nameOf = (key: BaselineKey) => `${hashOfJson(key)}.json`
  return {
    async find(key) {
      const text = await findText(join(dataFolder, 'baselines'), nameOf(key))
      return text === null ? null : Baselines.parse(JSON.parse(text))
    },
    async save(baselines) {
      const path = join(dataFolder, 'baselines', nameOf(baselines.key))
      // Scores on hidden rows lie here: nobody else on the machine may look.
      await mkdir(dirname(path), { recursive: true, mode: 0o700 })
      const draft = `${path}.${randomUUID()}.tmp`
      await writeFile(draft, `${JSON.stringify(baselines, null, 2)}\n`)
      await rename(draft, path)
    },
  }
}
