import type { BlobStore } from '#lib/catalogue/blob-store.ts'
import type { Db } from '#lib/db.ts'

/** What a scenario works with. */
export interface Place {
  db: Db
  /** Hidden rows go here. */
  store: BlobStore
  /** The installation's: decides which rows are hidden. */
  secret: string
  /** The folder that holds exercises/ and datasets/. */
  root: string
  now: Date
  say: (line: string) => void
}

/** Fills a database. Doing it again changes nothing that is there. */
export interface Scenario {
  about: string
  seed: (place: Place) => Promise<void>
}
