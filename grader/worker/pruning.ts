import type { BlobStore } from '#lib/catalogue/blob-store.ts'
import type { Db } from '#lib/db.ts'
import { log } from '#lib/log.ts'
import { pruneArtefacts } from '#lib/usecases/prune-artefacts.ts'

const PRUNE_EVERY_MS = 3_600_000

/** Takes weights out of the store, once an hour, that nobody needs any more. @returns what ends it */
export function startPruning(db: Db, store: BlobStore): () => Promise<void> {
  let pruning: Promise<void> = Promise.resolve()
  const prune = async () => {
    try {
      const pruned = await pruneArtefacts(db, store, new Date())
      if (pruned && pruned.blobs > 0) log('prune').info(pruned, 'weights pruned')
    } catch (error) {
      log('prune').error({ error: String(error) }, 'pruning failed; the next one follows')
    }
  }
  const timer = setInterval(() => {
    pruning = pruning.then(prune)
  }, PRUNE_EVERY_MS)
  return async () => {
    clearInterval(timer)
    await pruning
  }
}
