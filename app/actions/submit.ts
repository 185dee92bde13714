'use server'

import { courseAction } from '#app/safe-action.ts'
import { db } from '#lib/db.ts'
import { countUse } from '#lib/rate-limit.ts'
import { SubmissionForm } from '#lib/usecases/inputs/submission-form.ts'
import { type SubmitResult, submitSolution } from '#lib/usecases/submit-solution.ts'

/** Hands in a solution. The result says what became of it; refusals carry a sentence for the learner. */
export const submit = courseAction('submission:create')
  .inputSchema(SubmissionForm)
  .action(async ({ parsedInput, ctx }): Promise<SubmitResult> => {
    const { userId } = ctx.viewer
    const limit = await countUse(db, 'submit', userId)
    if (!limit.ok) return tooOften(limit.retryAfterSeconds)
    return submitSolution(db, { ...parsedInput, courseId: ctx.course.id, userId, now: new Date() })
  })

const tooOften = (seconds: number): SubmitResult => ({
  ok: false,
  reason: 'too-often',
  detail: `That was a lot of clicks at once. Wait ${seconds} s and submit again; your text is safe.`,
})
