'use server'
import { revalidatePath } from 'next/cache'
import { returnValidationErrors } from 'next-safe-action'
import { z } from 'zod'
import { courseAction } from '#app/safe-action.ts'
import { db } from '#lib/db.ts'
import { enrolPerson } from '#lib/usecases/enrol-person.ts'
import { EnrolmentInput } from '#lib/usecases/inputs/enrolment-input.ts'

const Form = EnrolmentInput.extend({ courseSlug: z.string() })

const REFUSALS = {
  'no-such-person': 'Nobody has this address yet. Add them under People, or paste a list and let accounts be made.',
  'deactivated-person': 'This account is deactivated. Reactivate it under People first.',
  'no-such-course': 'This course is no longer there.',
} as const
const OUTCOMES = {
  enrolled: 'was enrolled',
  reactivated: 'is back in the course',
  already: 'was enrolled already',
} as const

/** Enrols one person by their address. */
export const enrolPersonAction = courseAction('enrolment:edit')
  .inputSchema(Form)
  .action(async ({ parsedInput: { courseSlug: _, ...input }, ctx }) => {
    const actorId = ctx.viewer.userId
    const result = await enrolPerson(db, { courseId: ctx.course.id, input, actorId, now: new Date() })
    if (!result.ok) return returnValidationErrors(Form, { email: { _errors: [REFUSALS[result.reason]] } })
    revalidatePath('/admin', 'layout')
    return { message: `${result.name} ${OUTCOMES[result.outcome]}` }
  })
