'use server'
import { revalidatePath } from 'next/cache'
import { returnValidationErrors } from 'next-safe-action'
import { z } from 'zod'
import { courseAction } from '#app/safe-action.ts'
import { db } from '#lib/db.ts'
import { regradeSubmission } from '#lib/usecases/regrade-submission.ts'

const Form = z.object({ courseSlug: z.string(), submissionId: z.string() })

const REFUSALS = {
  'no-such-submission': 'This submission is no longer there.',
  'being-graded': 'It is being graded right now. Wait for the result first.',
} as const

/** Grades a submission once more; earlier runs stay as they are. */
export const regradeSubmissionAction = courseAction('submission:regrade')
  .inputSchema(Form)
  .action(async ({ parsedInput: { submissionId }, ctx }) => {
    const request = { submissionId, courseId: ctx.course.id, actorId: ctx.viewer.userId, now: new Date() }
    const result = await regradeSubmission(db, request)
    if (!result.ok) return returnValidationErrors(Form, { submissionId: { _errors: [REFUSALS[result.reason]] } })
    revalidatePath(`/courses/${ctx.course.slug}`, 'layout')
    return { message: 'Queued to be graded again' }
  })
