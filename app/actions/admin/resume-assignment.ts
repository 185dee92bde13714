'use server'
import { revalidatePath } from 'next/cache'
import { returnValidationErrors } from 'next-safe-action'
import { z } from 'zod'
import { courseAction } from '#app/safe-action.ts'
import { openBlobStore } from '#lib/catalogue/blob-store.ts'
import { db } from '#lib/db.ts'
import { env } from '#lib/env.ts'
import { resumeAssignment } from '#lib/usecases/resume-assignment.ts'

const Form = z.object({ courseSlug: z.string(), assignmentId: z.string() })

/** Lets a paused assignment take submissions again, if its data is whole. */
export const resumeAssignmentAction = courseAction('assignment:resume')
  .inputSchema(Form)
  .action(async ({ parsedInput: { assignmentId }, ctx }) => {
    const request = { courseId: ctx.course.id, assignmentId, actorId: ctx.viewer.userId, now: new Date() }
    const result = await resumeAssignment(db, openBlobStore(env().GRADUS_DATA), request)
    if (!result.ok) {
      const error = result.reason === 'not-paused' ? 'It is not paused.' : `Not mended yet: ${result.detail}.`
      return returnValidationErrors(Form, { assignmentId: { _errors: [error] } })
    }
    revalidatePath('/', 'layout')
    return { message: `${result.title} takes submissions again` }
  })
