'use server'
import { revalidatePath } from 'next/cache'
import { returnValidationErrors } from 'next-safe-action'
import { z } from 'zod'
import { formatNumberOf } from '#app/components/format.ts'
import { courseAction } from '#app/safe-action.ts'
import { db } from '#lib/db.ts'
import { AssignmentInput } from '#lib/usecases/inputs/assignment-input.ts'
import { type SaveAssignmentResult, saveAssignment } from '#lib/usecases/save-assignment.ts'

const Form = AssignmentInput.extend({ courseSlug: z.string(), assignmentId: z.string().optional() })

/** Adds an assignment, or changes the dates and rules of the one of `assignmentId`. */
export const saveAssignmentAction = courseAction('assignment:edit')
  .inputSchema(Form)
  .action(async ({ parsedInput: { courseSlug: _, assignmentId, ...input }, ctx }) => {
    const result = await saveAssignment(db, {
      courseId: ctx.course.id,
      ...(assignmentId ? { assignmentId } : {}),
      input,
      actorId: ctx.viewer.userId,
      now: new Date(),
    })
    if (!result.ok) return returnValidationErrors(Form, faultsOf(result))
    revalidatePath('/', 'layout')
    const points =
      result.regraded > 0 ? `; points of ${formatNumberOf(result.regraded, 'person', 'people')} updated` : ''
    return { message: `${assignmentId ? 'Assignment saved' : 'Assignment added'}${points}` }
  })

type Faults = Partial<Record<'slug' | 'opensAt' | 'dueAt' | 'closesAt', { _errors: string[] }>>

function faultsOf(result: Extract<SaveAssignmentResult, { ok: false }>): Faults {
  switch (result.reason) {
    case 'wrong-dates':
      return Object.fromEntries(result.faults.map(({ field, message }) => [field, { _errors: [message] }]))
    case 'no-such-exercise':
      return { slug: { _errors: ['This exercise is not published.'] } }
    case 'already-assigned':
      return { slug: { _errors: ['This exercise is in the course already.'] } }
    case 'no-such-assignment':
    case 'no-such-course':
      return { slug: { _errors: ['This assignment is no longer there.'] } }
    default:
      return result satisfies never
  }
}
