'use server'
import { revalidatePath } from 'next/cache'
import { returnValidationErrors } from 'next-safe-action'
import { z } from 'zod'
import { courseAction } from '#app/safe-action.ts'
import { db } from '#lib/db.ts'
import { enrolPeople, MAX_NEW_ACCOUNTS } from '#lib/usecases/enrol-people.ts'
import { EnrolmentListInput } from '#lib/usecases/inputs/enrolment-input.ts'

const Form = EnrolmentListInput.extend({ courseSlug: z.string() })

const REFUSALS = {
  'no-such-course': 'This course is no longer there.',
  'too-many-new-accounts': `More than ${MAX_NEW_ACCOUNTS} people need an account. Paste the list in parts.`,
} as const

/** Enrols a pasted list; the answer tells of each line, with the initial passwords of new accounts. */
export const enrolPeopleAction = courseAction('enrolment:edit')
  .inputSchema(Form)
  .action(async ({ parsedInput: { courseSlug: _, ...input }, ctx }) => {
    const actorId = ctx.viewer.userId
    const result = await enrolPeople(db, { courseId: ctx.course.id, input, actorId, now: new Date() })
    if (!result.ok) return returnValidationErrors(Form, { list: { _errors: [REFUSALS[result.reason]] } })
    revalidatePath('/admin', 'layout')
    return { people: result.people, bad: result.bad }
  })
