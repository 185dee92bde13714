'use server'

import { z } from 'zod'
import { courseAction } from '#app/safe-action.ts'
import { db } from '#lib/db.ts'
import { type Attempts, readAttempts } from '#lib/usecases/read-attempts.ts'

const AttemptsRequest = z.object({ courseSlug: z.string(), assignmentId: z.string().max(100) })

/** The learner's own attempts as they are now; null where the course has no such assignment. */
export const readOwnAttempts = courseAction('submission:read')
  .inputSchema(AttemptsRequest)
  .action(
    ({ parsedInput, ctx }): Promise<Attempts | null> =>
      readAttempts(db, {
        courseId: ctx.course.id,
        assignmentId: parsedInput.assignmentId,
        enrolmentId: ctx.enrolment?.id ?? null,
        timeZone: ctx.course.timeZone,
        now: new Date(),
      }),
  )
