import type { BlobStore } from '../catalogue/blob-store.ts'
import type { Db } from '../db.ts'

/** Any number of its own: PostgreSQL's advisory locks are named by numbers. */
const PRUNE_LOCK = 4_722_002
/** Weights of a person in an assignment that stay besides those of their best run. */
const NEWEST_KEPT = 2
/** Weights are put before the run that names them is recorded: what is younger may be about to be named. */
const YOUNG_MS = 3_600_000

export interface PruneResult {
  /** Runs that no longer name their weights; their hash stays in the provenance. */
  runs: number
  /** Weights taken out of the store. */
  blobs: number
}

/**
 * Keeps, of everybody's weights in an assignment, the best run's and the two newest, and takes away the rest. Equal weights
 * are one blob, which stays as long as any run names it. One prunes at a time; the others get null.
 */
export async function pruneArtefacts(db: Db, store: BlobStore, now: Date): Promise<PruneResult | null> {
  const before = new Date(now.getTime() - YOUNG_MS)
  return db.$transaction(
    async (tx) => {
      const [lock] = await tx.$queryRaw<{ got: boolean }[]>`select pg_try_advisory_xact_lock(${PRUNE_LOCK}) as got`
      if (!lock?.got) return null
      const runs = await tx.$executeRaw`
        WITH kept AS (
          SELECT r.id, row_number() OVER (
              PARTITION BY s."enrolmentId", s."assignmentId" ORDER BY s."receivedAt" DESC, r.number DESC
            ) AS place, r.id = st."bestRunId" AS best
          FROM "Run" r
          JOIN "Submission" s ON s.id = r."submissionId"
          LEFT JOIN "Standing" st ON st."enrolmentId" = s."enrolmentId" AND st."assignmentId" = s."assignmentId"
          WHERE r."artefactHash" IS NOT NULL
        )
        UPDATE "Run" SET "artefactHash" = NULL FROM kept
        WHERE "Run".id = kept.id AND kept.place > ${NEWEST_KEPT} AND kept.best IS NOT TRUE`
      const unnamed = await tx.$queryRaw<{ hash: string }[]>`
        SELECT hash FROM "Artefact" a
        WHERE "createdAt" < ${before} AND NOT EXISTS (SELECT 1 FROM "Run" WHERE "artefactHash" = a.hash)`
      let blobs = 0
      for (const { hash } of unnamed) {
        if (!(await store.remove(hash, before))) continue
        await tx.artefact.delete({ where: { hash } })
        blobs++
      }
      return { runs, blobs }
    },
    { timeout: 120_000 },
  )
}
