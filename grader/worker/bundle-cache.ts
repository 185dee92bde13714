import type { BlobStore } from '#lib/catalogue/blob-store.ts'
import type { FrozenExercise } from '#lib/catalogue/frozen-exercise.ts'
import { type Bundle, thawBundle } from '#lib/catalogue/load-bundle.ts'

/** Image datasets are some hundred MiB thawed: enough for the exercises of one module. */
const KEPT = 4

/** Thawed bundles by hash, the most recently used ones. */
export class BundleCache {
  private readonly bundles = new Map<string, Promise<Bundle>>()

  constructor(private readonly store: BlobStore) {}

  /** @throws BlobError when this machine's store lacks rows or holds other ones */
  get(frozen: FrozenExercise): Promise<Bundle> {
    const bundle = this.bundles.get(frozen.hash) ?? thawBundle(frozen, this.store)
    // Taken out and put back: a Map keeps the order of insertion.
    this.bundles.delete(frozen.hash)
    this.bundles.set(frozen.hash, bundle)
    bundle.catch(() => this.bundles.delete(frozen.hash))
    for (const oldest of this.bundles.keys()) {
      if (this.bundles.size <= KEPT) break
      this.bundles.delete(oldest)
    }
    return bundle
  }
}
