import { BlobError, type BlobStore } from '../catalogue/blob-store.ts'
import { blobsOf, FrozenExercise } from '../catalogue/frozen-exercise.ts'
import type { Db } from '../db.ts'
import { recordAudit } from './record-audit.ts'

export type ResumeResult =
  | { ok: true; title: string }
  | { ok: false; reason: 'not-paused' }
  /** It would only be paused again: a blob is still missing or spoilt. */
  | { ok: false; reason: 'not-mended'; detail: string }

export interface ResumeInput {
  courseId: string
  assignmentId: string
  actorId: string
  now: Date
}

/** Takes submissions again, once everything that grading needs is there and has its hash. */
export async function resumeAssignment(db: Db, store: BlobStore, input: ResumeInput): Promise<ResumeResult> {
  const { courseId, assignmentId, actorId, now } = input
  const assignment = await db.assignment.findFirst({
    where: { id: assignmentId, courseId, pausedBecause: { not: null } },
    select: { slug: true, pausedBecause: true, exerciseVersion: { select: { title: true, bundle: true } } },
  })
  if (!assignment) return { ok: false, reason: 'not-paused' }
  const { title, bundle } = assignment.exerciseVersion
  try {
    // One after the other: image rows are large, and nobody waits for a score.
    for (const hash of blobsOf(FrozenExercise.parse(bundle))) await store.get(hash)
  } catch (error) {
    if (error instanceof BlobError) return { ok: false, reason: 'not-mended', detail: error.message }
    throw error
  }
  return db.$transaction(async (tx) => {
    const { count } = await tx.assignment.updateMany({
      where: { id: assignmentId, pausedBecause: { not: null } },
      data: { pausedBecause: null },
    })
    if (count === 0) return { ok: false, reason: 'not-paused' }
    await recordAudit(tx, {
      actorId,
      action: 'assignment.resumed',
      subject: `assignment:${assignmentId}`,
      data: { courseId, slug: assignment.slug, was: assignment.pausedBecause },
      now,
    })
    return { ok: true, title }
  })
}
