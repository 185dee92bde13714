import { MAX_SOURCE_BYTES } from '../contract/source-limit.ts'
import type { Db } from '../db.ts'

export interface DraftInput {
  userId: string
  courseId: string
  assignmentId: string
  source: string
  now: Date
}

export type SaveDraftResult =
  | { ok: true; savedAt: Date }
  | { ok: false; reason: 'not-enrolled' | 'too-large'; detail: string }

/** Keeps the editor's text. Dates don't matter: reading and trying go on after an assignment has closed. */
export async function saveDraft(db: Db, input: DraftInput): Promise<SaveDraftResult> {
  const { userId, courseId, assignmentId, source, now } = input
  if (Buffer.byteLength(source) > MAX_SOURCE_BYTES) {
    return {
      ok: false,
      reason: 'too-large',
      detail: `Drafts of more than ${MAX_SOURCE_BYTES} bytes are not saved.`,
    }
  }
  const enrolment = await db.enrolment.findFirst({
    where: { userId, courseId, deactivatedAt: null, course: { assignments: { some: { id: assignmentId } } } },
    select: { id: true },
  })
  if (!enrolment) return { ok: false, reason: 'not-enrolled', detail: 'You are not enrolled in this course.' }
  await db.draft.upsert({
    where: { enrolmentId_assignmentId: { enrolmentId: enrolment.id, assignmentId } },
    create: { enrolmentId: enrolment.id, assignmentId, source, updatedAt: now },
    update: { source, updatedAt: now },
  })
  return { ok: true, savedAt: now }
}
