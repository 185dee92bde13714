'use server'
import { revalidatePath } from 'next/cache'
import { returnValidationErrors } from 'next-safe-action'
import { z } from 'zod'
import { platformAction } from '#app/safe-action.ts'
import { db } from '#lib/db.ts'
import { PersonInput } from '#lib/usecases/inputs/person-input.ts'
import { type SavePersonResult, savePerson } from '#lib/usecases/save-person.ts'

const Form = PersonInput.extend({ personId: z.string().optional() })

/** Adds somebody, or changes the person of `personId`. */
export const savePersonAction = platformAction('person:edit')
  .inputSchema(Form)
  .action(async ({ parsedInput: { personId, ...input }, ctx }) => {
    const now = new Date()
    const result = await savePerson(db, { ...(personId ? { personId } : {}), input, actorId: ctx.viewer.userId, now })
    if (!result.ok) return returnValidationErrors(Form, faultOf(result.reason))
    revalidatePath('/admin', 'layout')
    return { message: personId ? `${input.name} was saved` : `${input.name} was added` }
  })

function faultOf(reason: Extract<SavePersonResult, { ok: false }>['reason']) {
  switch (reason) {
    case 'email-taken':
      return { email: { _errors: ['Somebody else has this address.'] } }
    case 'password-missing':
      return { password: { _errors: ['Give an initial password; they can sign in with it at once.'] } }
    case 'own-admin-right':
      return { isAdmin: { _errors: ['You cannot take this right from yourself. Ask another admin.'] } }
    case 'last-admin':
      return { isAdmin: { _errors: ['This is the last admin. Make somebody else an admin first.'] } }
    case 'no-such-person':
      return { name: { _errors: ['This person is no longer there.'] } }
    default:
      return reason satisfies never
  }
}
