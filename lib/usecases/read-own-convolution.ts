import { z } from 'zod'
import { BlobError, type BlobStore } from '../catalogue/blob-store.ts'
import { StoredReport } from '../contract/disclosed-report.ts'
import type { OwnConvolution } from '../contract/first-convolution.ts'
import { readFirstConvolution } from '../contract/read-first-convolution.ts'
import { rowsFrom } from '../contract/rows.ts'
import type { Db } from '../db.ts'
import { METRICS } from '../domain/metric.ts'
import { openingState } from '../domain/opening.ts'

interface Input {
  courseId: string
  slug: string
  /** Whose network; null for somebody who may look but has nothing of their own here. */
  enrolmentId: string | null
  now: Date
}

/** The first layer of the person's own best network in an exercise, with training pictures to show it. */
export async function readOwnConvolution(
  db: Db,
  store: BlobStore,
  { courseId, slug, enrolmentId, now }: Input,
): Promise<OwnConvolution> {
  const assignment = await db.assignment.findUnique({
    where: { courseId_slug: { courseId, slug } },
    include: { exerciseVersion: { select: { title: true, metric: true } } },
  })
  if (!assignment || openingState(assignment, now) === 'not-open') return { state: 'no-exercise' }
  const { title, metric } = assignment.exerciseVersion
  const standing = await db.standing.findFirst({
    where: { assignmentId: assignment.id, enrolmentId: enrolmentId ?? '' },
    select: { bestRunId: true },
  })
  if (!standing?.bestRunId) return { state: 'no-run', title }
  const run = await db.run.findUnique({
    where: { id: standing.bestRunId },
    select: { artefactHash: true, publicScore: true, report: true },
  })
  const report = StoredReport.safeParse(run?.report)
  if (!run?.artefactHash || run.publicScore === null || !report.success || !report.data.sample)
    return { state: 'not-kept', title }
  const { sample, provenance } = report.data
  try {
    const layer = readFirstConvolution({
      topology: new TextDecoder().decode(await store.get(provenance.topologyHash ?? '')),
      weights: floatsOf(await store.get(run.artefactHash)),
      pictures: rowsFrom(await store.get(sample.sha256), sample.shape),
    })
    if (!layer) return { state: 'no-convolution', title }
    return { state: 'ready', title, metric: z.enum(METRICS).parse(metric), score: run.publicScore, layer }
  } catch (error) {
    // Weights lie where the worker put them, which may be another machine's disk.
    if (error instanceof BlobError && error.reason === 'missing') return { state: 'not-kept', title }
    throw error
  }
}

/** Copied first: a view over a file's bytes is rarely aligned to four. */
const floatsOf = (bytes: Uint8Array): Float32Array => new Float32Array(new Uint8Array(bytes).buffer)
