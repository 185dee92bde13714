'use server'
import { revalidatePath } from 'next/cache'
import { returnValidationErrors } from 'next-safe-action'
import { z } from 'zod'
import { courseAction } from '#app/safe-action.ts'
import { db } from '#lib/db.ts'
import { changeRole } from '#lib/usecases/change-role.ts'
import { CourseRoleInput } from '#lib/usecases/inputs/enrolment-input.ts'

const Form = z.object({ courseSlug: z.string(), enrolmentId: z.string(), role: CourseRoleInput })

/** Makes a student of an instructor, or the other way round. */
export const changeRoleAction = courseAction('enrolment:edit')
  .inputSchema(Form)
  .action(async ({ parsedInput: { enrolmentId, role }, ctx }) => {
    const change = { courseId: ctx.course.id, enrolmentId, role, actorId: ctx.viewer.userId, now: new Date() }
    const result = await changeRole(db, change)
    if (!result.ok) {
      return returnValidationErrors(Form, { enrolmentId: { _errors: ['This enrolment is no longer there.'] } })
    }
    revalidatePath('/admin', 'layout')
    return { message: `Now ${role === 'student' ? 'a student' : 'an instructor'}` }
  })
