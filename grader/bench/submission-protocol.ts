import { z } from 'zod'
import { FrozenExercise } from '#lib/catalogue/frozen-exercise.ts'
import { GradeReport } from '#lib/contract/report.ts'

/** What a bench and the program that submits for it (tests/bench/submissions.ts) say to each other. */

export const SubmissionRequest = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('publish'), exercise: z.string() }),
  z.strictObject({ kind: z.literal('submit'), exercise: z.string(), source: z.string() }),
])
export type SubmissionRequest = z.infer<typeof SubmissionRequest>

const milliseconds = z.number().nonnegative()

/** One submission, followed to its score. Milliseconds since it was submitted, unless said otherwise. */
export const Submitted = z.strictObject({
  kind: z.literal('submitted'),
  verdict: z.string().nullable(),
  /** The transaction has committed: the learner's click is answered. */
  acceptedMs: milliseconds,
  claimedMs: milliseconds,
  /** A listener of the run's stream hears that a worker has it. */
  firstEventMs: milliseconds,
  /** What the run reached when, by the worker's log. */
  reachedMs: z.record(z.string(), milliseconds),
  /** The listener sees that it trains; null where nothing was trained. */
  firstProgressMs: milliseconds.nullable(),
  /** The listener has the report. */
  scoredMs: milliseconds,
  /** The trainer's own time from before the first step to the end of the last epoch; a duration. */
  trainingMs: milliseconds,
  /** Of the parts, as the worker timed them; durations. */
  timing: GradeReport.shape.timing,
  /** Processor seconds of the worker with trainer and boxes, of the database and of the listener, over the submission. */
  cpuSeconds: z.number().nonnegative(),
  metric: GradeReport.shape.metric,
  params: z.number().int().nullable(),
})
export type Submitted = z.infer<typeof Submitted>

export const SubmissionReply = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('ready') }),
  z.strictObject({
    kind: z.literal('published'),
    frozen: FrozenExercise,
    /** Where the rows lie, and the secret that they were dealt from. */
    dataFolder: z.string(),
    secret: z.string(),
  }),
  Submitted,
  z.strictObject({ kind: z.literal('failed'), message: z.string() }),
])
export type SubmissionReply = z.infer<typeof SubmissionReply>
