import { randomUUID } from 'node:crypto'
import { mkdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sha256 } from './keyed-hash.ts'

/** Why a blob could not be had. `mismatch`: the bytes under that name are not those of the hash. */
export class BlobError extends Error {
  constructor(
    readonly reason: 'missing' | 'mismatch',
    readonly hash: string,
  ) {
    super(`blob ${hash}: ${reason === 'missing' ? 'not in the store' : 'its bytes do not have that hash'}`)
  }
}

/** Bytes by their SHA-256. What is there never changes. */
export interface BlobStore {
  /** Stores the bytes, if they aren't there yet, and gives their hash. */
  put(bytes: Uint8Array): Promise<string>
  /** @throws BlobError */
  get(hash: string): Promise<Uint8Array>
  /** Takes it away, unless somebody has put it since `before`: they count on it. False where it stays. */
  remove(hash: string, before: Date): Promise<boolean>
}

/** The store under `<dataFolder>/blobs`, one file a blob. Any number of processes may use it at once. */
export function openBlobStore(dataFolder: string): BlobStore {
  const folderOf = (hash: string) => join(dataFolder, 'blobs', hash.slice(0, 2))
  const pathOf = (hash: string) => join(folderOf(hash), hash)
  return {
    async put(bytes) {
      const hash = sha256(bytes)
      const there = await stat(pathOf(hash)).catch(ignoreMissing)
      // Somebody else's file that may not be touched is written anew.
      if (there?.size === bytes.byteLength && (await touch(pathOf(hash)))) return hash
      // Hidden rows lie here: nobody else on the machine may look.
      await mkdir(folderOf(hash), { recursive: true, mode: 0o700 })
      // Renaming is atomic within a folder: a reader sees all of the blob or none of it, also after a crash.
      const draft = `${pathOf(hash)}.${randomUUID()}.tmp`
      try {
        await writeFile(draft, bytes)
        await rename(draft, pathOf(hash))
      } finally {
        await rm(draft, { force: true })
      }
      return hash
    },
    async get(hash) {
      if (!/^[0-9a-f]{64}$/.test(hash)) throw new BlobError('missing', hash)
      const bytes = await readFile(pathOf(hash)).catch(ignoreMissing)
      if (!bytes) throw new BlobError('missing', hash)
      if (sha256(bytes) !== hash) throw new BlobError('mismatch', hash)
      return bytes
    },
    async remove(hash, before) {
      const there = await stat(pathOf(hash)).catch(ignoreMissing)
      if (there && there.mtimeMs >= before.getTime()) return false
      await rm(pathOf(hash), { force: true })
      return true
    },
  }
}

/** So that nobody takes it for old. */
async function touch(file: string): Promise<boolean> {
  const now = new Date()
  return utimes(file, now, now).then(
    () => true,
    () => false,
  )
}

function ignoreMissing(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null
  throw error
}
