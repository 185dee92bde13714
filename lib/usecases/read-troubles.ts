import type { Db } from '../db.ts'
import { STUCK_ATTEMPTS } from '../domain/needs.ts'

export interface Trouble {
  /** The same for the same trouble: an error, a failed `must` check, or the first diagnosis; null for none of them. */
  key: string | null
  message: string | null
}

/**
 * What the last submissions came to, newest first, of everybody with several and no pass in an open assignment;
 * by "<enrolmentId> <assignmentId>". Few people at any time: most of a cohort has passed or just begun.
 */
export async function readTroubles(
  db: Db,
  { courseId, now }: { courseId: string; now: Date },
): Promise<Map<string, Trouble[]>> {
  const rows = await db.$queryRaw<({ enrolmentId: string; assignmentId: string } & Trouble)[]>`
    SELECT st."enrolmentId", st."assignmentId", t.key, t.message
    FROM "Standing" st
    JOIN "Assignment" a ON a.id = st."assignmentId"
    CROSS JOIN LATERAL (
      SELECT s."receivedAt",
        coalesce((r.report->'error'->>'kind') || ': ' || (r.report->'error'->>'message'),
                 failed.id, r.report->'diagnoses'->0->>'id') AS key,
        coalesce(r.report->'error'->>'message', failed.feedback, r.report->'diagnoses'->0->>'message') AS message
      FROM "Submission" s
      CROSS JOIN LATERAL (
        SELECT verdict, report FROM "Run"
        WHERE "submissionId" = s.id AND state = 'finished' ORDER BY verdict = 'platform_error', number DESC LIMIT 1
      ) r
      LEFT JOIN LATERAL (
        SELECT c->>'id' AS id, c->>'feedback' AS feedback FROM jsonb_array_elements(r.report->'checks') c
        WHERE c->>'level' = 'must' AND c->>'passed' = 'false' LIMIT 1
      ) failed ON true
      WHERE s."assignmentId" = st."assignmentId" AND s."enrolmentId" = st."enrolmentId"
        AND r.verdict <> 'platform_error'
      ORDER BY s."receivedAt" DESC LIMIT ${STUCK_ATTEMPTS}
    ) t
    WHERE a."courseId" = ${courseId} AND a."opensAt" <= ${now} AND a."closesAt" > ${now}
      AND NOT st.passed AND st.submissions >= ${STUCK_ATTEMPTS}
    ORDER BY st."enrolmentId", st."assignmentId", t."receivedAt" DESC`
  const troubles = new Map<string, Trouble[]>()
  for (const { enrolmentId, assignmentId, key, message } of rows) {
    const at = `${enrolmentId} ${assignmentId}`
    troubles.set(at, [...(troubles.get(at) ?? []), { key, message }])
  }
  return troubles
}
