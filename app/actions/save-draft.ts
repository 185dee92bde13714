'use server'

import { courseAction } from '#app/safe-action.ts'
import { db } from '#lib/db.ts'
import { DraftForm } from '#lib/usecases/inputs/submission-form.ts'
import { saveDraft as saveDraftOf } from '#lib/usecases/save-draft.ts'

/** Keeps the editor's text between visits. */
export const saveDraft = courseAction('draft:write')
  .inputSchema(DraftForm)
  .action(({ parsedInput, ctx }) =>
    saveDraftOf(db, { ...parsedInput, courseId: ctx.course.id, userId: ctx.viewer.userId, now: new Date() }),
  )
