import type { Db } from '../db.ts'
import { allowsOn, courseRole } from '../domain/permissions.ts'
import type { Viewer } from './find-viewer.ts'

/** Whether `viewer` may follow the run: its owner, and the course's staff. A stranger learns nothing, not even that it exists. */
export async function canReadRun(db: Db, viewer: Viewer, runId: string): Promise<boolean> {
  const run = await db.run.findUnique({
    where: { id: runId },
    select: { submission: { select: { enrolment: { select: { userId: true, courseId: true } } } } },
  })
  if (!run) return false
  const { userId, courseId } = run.submission.enrolment
  const enrolment = await db.enrolment.findUnique({
    where: { userId_courseId: { userId: viewer.userId, courseId } },
    select: { role: true, deactivatedAt: true },
  })
  return allowsOn('run:read', courseRole(viewer, enrolment), userId === viewer.userId)
}
