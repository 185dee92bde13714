import { z } from 'zod'
import { GradeReport } from './report.ts'

/** A report as a run's row keeps it: the curve has a column of its own. */
export const StoredReport = GradeReport.omit({ curve: true })
export type StoredReport = z.infer<typeof StoredReport>

/** A report as somebody may see it; made by lib/domain/disclosure.ts. What is held back is null. */
export const DisclosedReport = StoredReport.extend({
  finalPoints: z.number().nullable(),
  finallyPassed: z.boolean().nullable(),
  /** Whether the private score and what follows from it are shown. */
  revealed: z.boolean(),
})
export type DisclosedReport = z.infer<typeof DisclosedReport>
