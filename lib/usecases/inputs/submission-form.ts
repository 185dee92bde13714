import { z } from 'zod'

/** What the editor sends on Submit. Its size is checked by the use case, which explains it. */
export const SubmissionForm = z.object({
  courseSlug: z.string().min(1).max(100),
  assignmentId: z.string().min(1).max(100),
  source: z.string().max(1_000_000),
  /** Made by the page, one a click: `crypto.randomUUID()`. */
  idempotencyKey: z.string().min(8).max(100),
})
export type SubmissionForm = z.infer<typeof SubmissionForm>

/** What the editor sends by itself a moment after typing stopped. */
export const DraftForm = SubmissionForm.omit({ idempotencyKey: true })
export type DraftForm = z.infer<typeof DraftForm>
