import type { Db } from '../db.ts'
import { recordAudit } from './record-audit.ts'

/**
 * Stops an exercise whose rows cannot be had, in every course that assigns it: until somebody has mended it, each
 * submission would only fail. What is paused already keeps its first reason. Gives the assignments that it paused.
 */
export async function pauseAssignments(
  db: Db,
  { submissionId, because, now }: { submissionId: string; because: string; now: Date },
): Promise<string[]> {
  return db.$transaction(async (tx) => {
    const { assignment } = await tx.submission.findUniqueOrThrow({
      where: { id: submissionId },
      select: { assignment: { select: { exerciseVersionId: true } } },
    })
    const paused = await tx.assignment.updateManyAndReturn({
      where: { exerciseVersionId: assignment.exerciseVersionId, pausedBecause: null },
      data: { pausedBecause: because },
      select: { id: true, courseId: true, slug: true },
    })
    for (const { id, courseId, slug } of paused) {
      await recordAudit(tx, {
        actorId: null,
        action: 'assignment.paused',
        subject: `assignment:${id}`,
        data: { courseId, slug, because },
        now,
      })
    }
    return paused.map(({ id }) => id)
  })
}
