'use server'
import { revalidatePath } from 'next/cache'
import { returnValidationErrors } from 'next-safe-action'
import { z } from 'zod'
import { platformAction } from '#app/safe-action.ts'
import { db } from '#lib/db.ts'
import { archiveCourse } from '#lib/usecases/archive-course.ts'

const Form = z.object({ courseId: z.string(), archived: z.boolean() })

/** Takes a course out of everybody's lists, or back into them. */
export const archiveCourseAction = platformAction('course:edit')
  .inputSchema(Form)
  .action(async ({ parsedInput, ctx }) => {
    const result = await archiveCourse(db, { ...parsedInput, actorId: ctx.viewer.userId, now: new Date() })
    if (!result.ok) {
      return returnValidationErrors(Form, { courseId: { _errors: ['This course is no longer there.'] } })
    }
    revalidatePath('/', 'layout')
    return { message: parsedInput.archived ? `${result.title} was archived` : `${result.title} is back` }
  })
