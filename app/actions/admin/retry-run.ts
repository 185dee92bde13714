'use server'
import { revalidatePath } from 'next/cache'
import { returnValidationErrors } from 'next-safe-action'
import { z } from 'zod'
import { platformAction } from '#app/safe-action.ts'
import { db } from '#lib/db.ts'
import { retryRun } from '#lib/usecases/retry-run.ts'

const Form = z.object({ runId: z.string() })

const REFUSALS = {
  'no-such-run': 'No run of this number was given up.',
  'no-such-submission': 'Its submission is no longer there.',
  'being-graded': 'It is being graded again right now.',
  'graded-since': 'It has been tried again since.',
} as const

/** Tries a run anew that was given up. */
export const retryRunAction = platformAction('run:retry')
  .inputSchema(Form)
  .action(async ({ parsedInput: { runId }, ctx }) => {
    const result = await retryRun(db, { runId, actorId: ctx.viewer.userId, now: new Date() })
    if (!result.ok) return returnValidationErrors(Form, { runId: { _errors: [REFUSALS[result.reason]] } })
    revalidatePath('/', 'layout')
    return { message: 'Queued to be tried again' }
  })
