import { z } from 'zod'
import { DisclosedReport } from './disclosed-report.ts'
import { EpochPoint, Phase } from './telemetry.ts'

const ConsoleLine = z.strictObject({ level: z.enum(['log', 'warn', 'error']), line: z.string() })

/** What a run has told so far besides its curve; the `live` column. */
export const RunLive = z.strictObject({
  /** The plan and size of what is trained; null until it is known. */
  model: z
    .strictObject({
      params: z.number().int(),
      layers: z.number().int(),
      epochs: z.number().int(),
      stepsPerEpoch: z.number().int(),
    })
    .nullable()
    .default(null),
  /** Where within an epoch training is. */
  step: z
    .strictObject({
      epoch: z.number().int(),
      step: z.number().int(),
      stepsPerEpoch: z.number().int(),
      loss: z.number().nullable(),
    })
    .nullable()
    .default(null),
  console: z.array(ConsoleLine).default([]),
  notices: z.array(z.string()).default([]),
})
export type RunLive = z.infer<typeof RunLive>

/**
 * One message of `/api/runs/[id]/events`, and the answer of `/api/runs/[id]?since=<cursor>`. Everything but `points` is
 * the whole current state, so that a lost message costs nothing.
 */
export const RunStreamMessage = z.strictObject({
  runId: z.string(),
  /** Where to go on from: the `id:` of the event, given back as `Last-Event-ID` or `since`. Opaque. */
  cursor: z.string(),
  /** Raised by every change. */
  seq: z.number().int(),
  /** Which delivery this is; a higher one than before means that the run was begun anew. */
  attempt: z.number().int(),
  state: z.enum(['queued', 'running', 'finished']),
  phase: Phase,
  /** Runs that will be taken before this one; null when it is not waiting. */
  queuePosition: z.number().int().nonnegative().nullable(),
  ...RunLive.shape,
  /** Points of the curve since the cursor, in order of epoch. */
  points: z.array(EpochPoint),
  /** True: `points` is the whole curve and replaces what was there. */
  replace: z.boolean(),
  /** Once the run has finished. Null for a platform error that left none. */
  report: DisclosedReport.nullable(),
  /** Once the run has finished: its verdict, also where there is no report. */
  verdict: z.string().nullable(),
  /** Whether the weights that it trained are still there; see lib/usecases/prune-artefacts.ts. */
  weightsKept: z.boolean(),
})
export type RunStreamMessage = z.infer<typeof RunStreamMessage>
