'use server'
import { revalidatePath } from 'next/cache'
import { returnValidationErrors } from 'next-safe-action'
import { z } from 'zod'
import { courseAction } from '#app/safe-action.ts'
import { db } from '#lib/db.ts'
import { deactivateEnrolment } from '#lib/usecases/deactivate-enrolment.ts'

const Form = z.object({ courseSlug: z.string(), enrolmentId: z.string(), active: z.boolean() })

/** Takes somebody out of a course, or back into it. */
export const deactivateEnrolmentAction = courseAction('enrolment:edit')
  .inputSchema(Form)
  .action(async ({ parsedInput: { enrolmentId, active }, ctx }) => {
    const change = { courseId: ctx.course.id, enrolmentId, active, actorId: ctx.viewer.userId, now: new Date() }
    const result = await deactivateEnrolment(db, change)
    if (!result.ok) {
      return returnValidationErrors(Form, { enrolmentId: { _errors: ['This enrolment is no longer there.'] } })
    }
    revalidatePath('/admin', 'layout')
    return { message: active ? 'Back in the course' : 'Taken out of the course' }
  })
