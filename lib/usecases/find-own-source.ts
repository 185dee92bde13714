import type { Db } from '../db.ts'

interface Input {
  userId: string
  courseId: string
  submissionId: string
}

/** The code of one of the person's own submissions; null for anybody else's and for none. */
export async function findOwnSource(db: Db, { userId, courseId, submissionId }: Input): Promise<string | null> {
  const submission = await db.submission.findFirst({
    where: { id: submissionId, enrolment: { userId, courseId } },
    select: { source: true },
  })
  return submission?.source ?? null
}
