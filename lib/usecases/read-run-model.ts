import { BlobError, type BlobStore } from '../catalogue/blob-store.ts'
import { StoredReport } from '../contract/disclosed-report.ts'
import type { Db } from '../db.ts'

/** What a run trained, as far as it is still there. */
export type RunModel =
  | { state: 'kept'; exercise: string; topology: string; weights: Float32Array }
  /** Its weights made room for newer ones, or lie on another machine's disk. */
  | { state: 'not-kept' }
  /** By hand, not finished, or ended before there was a model that could be scored. */
  | { state: 'no-model' }

/** The trained model of a run. Whether the asker may have it is checked before. */
export async function readRunModel(db: Db, store: BlobStore, runId: string): Promise<RunModel> {
  const run = await db.run.findUnique({
    where: { id: runId },
    select: { artefactHash: true, report: true },
  })
  const report = StoredReport.safeParse(run?.report).data
  const { topologyHash = null, weightsHash = null } = report?.provenance ?? {}
  if (report?.verdict !== 'scored' || !topologyHash || !weightsHash) return { state: 'no-model' }
  if (!run?.artefactHash) return { state: 'not-kept' }
  try {
    const [topology, weights] = await Promise.all([store.get(topologyHash), store.get(run.artefactHash)])
    return {
      state: 'kept',
      exercise: report.exercise,
      topology: new TextDecoder().decode(topology),
      // Copied: a view over a file's bytes is rarely aligned to four.
      weights: new Float32Array(new Uint8Array(weights).buffer),
    }
  } catch (error) {
    if (error instanceof BlobError && error.reason === 'missing') return { state: 'not-kept' }
    throw error
  }
}
