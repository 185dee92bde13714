'use server'
import { revalidatePath } from 'next/cache'
import { returnValidationErrors } from 'next-safe-action'
import { z } from 'zod'
import { platformAction } from '#app/safe-action.ts'
import { db } from '#lib/db.ts'
import { deactivatePerson } from '#lib/usecases/deactivate-person.ts'

const Form = z.object({ personId: z.string(), active: z.boolean() })

const REFUSALS = {
  'own-account': 'You cannot deactivate your own account.',
  'last-admin': 'This is the last admin. Make somebody else an admin first.',
  'no-such-person': 'This person is no longer there.',
} as const

/** Bars somebody from signing in, or lets them in again. */
export const deactivatePersonAction = platformAction('person:edit')
  .inputSchema(Form)
  .action(async ({ parsedInput, ctx }) => {
    const result = await deactivatePerson(db, { ...parsedInput, actorId: ctx.viewer.userId, now: new Date() })
    if (!result.ok) return returnValidationErrors(Form, { personId: { _errors: [REFUSALS[result.reason]] } })
    revalidatePath('/admin', 'layout')
    return { message: parsedInput.active ? `${result.name} can sign in again` : `${result.name} was deactivated` }
  })
