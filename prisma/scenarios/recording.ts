import { z } from 'zod'
import { StoredReport } from '#lib/contract/disclosed-report.ts'
import { RunLive } from '#lib/contract/run-stream.ts'
import { EpochPoint } from '#lib/contract/telemetry.ts'

/** The letters of demo-students.ts. */
export const VARIANTS = ['s', 'm', 'n', 't', 'x', 'q', 'b', 'h', 'w', 'z'] as const
export type Variant = (typeof VARIANTS)[number]

/** One source, really graded. */
export const RecordedGrading = z.strictObject({
  variant: z.enum(VARIANTS),
  source: z.string(),
  report: StoredReport,
  /** Thinned and rounded for the file. */
  curve: z.array(EpochPoint),
  model: RunLive.shape.model,
})
export type RecordedGrading = z.infer<typeof RecordedGrading>

/** `recorded/<exercise>.json`, made by record.ts. */
export const Recording = z.strictObject({
  exercise: z.string(),
  exerciseVersion: z.number().int(),
  gradings: z.array(RecordedGrading),
})
export type Recording = z.infer<typeof Recording>
