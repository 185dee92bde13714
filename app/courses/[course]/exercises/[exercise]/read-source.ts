'use server'

import { z } from 'zod'
import { courseAction } from '#app/safe-action.ts'
import { db } from '#lib/db.ts'
import { findOwnSource } from '#lib/usecases/find-own-source.ts'

const SourceRequest = z.object({ courseSlug: z.string(), submissionId: z.string().max(100) })

/** The code of one of the learner's own submissions, null where there is none of theirs. */
export const readSource = courseAction('submission:read')
  .inputSchema(SourceRequest)
  .action(({ parsedInput, ctx }) =>
    findOwnSource(db, {
      submissionId: parsedInput.submissionId,
      courseId: ctx.course.id,
      userId: ctx.viewer.userId,
    }),
  )
