import type { Db } from '../db.ts'
import { allowsOn, courseRole } from '../domain/permissions.ts'
import type { Viewer } from './find-viewer.ts'

/**
 * Whether `viewer` may follow the run: its owner, and the course's staff. Null for anybody else, who learns nothing, not
 * even that it exists.
 */
export async function findRunAccess(db: Db, viewer: Viewer, runId: string): Promise<{ isStaff: boolean } | null> {
  const run = await db.run.findUnique({
    where: { id: runId },
    select: { submission: { select: { enrolment: { select: { userId: true, courseId: true } } } } },
  })
  if (!run) return null
  const { userId, courseId } = run.submission.enrolment
  const enrolment = await db.enrolment.findUnique({
    where: { userId_courseId: { userId: viewer.userId, courseId } },
    select: { role: true, deactivatedAt: true },
  })
  const role = courseRole(viewer, enrolment)
  if (!allowsOn('run:read', role, userId === viewer.userId)) return null
  return { isStaff: role === 'instructor' || role === 'admin' }
}
