import { z } from 'zod'
import { Task } from './exercise.ts'
import { Shape } from './rows.ts'
import { SlotName, type Slots } from './slots.ts'

/**
 * What crosses the learner box's border. The worker asks, one request at a time; the box answers. Whatever comes out
 * is parsed by `LearnerReply`: code in there can write any bytes it likes.
 */

/** The part of `Ctx` that is data; `tf` is added inside. */
export const ContextData = z.strictObject({
  inputShape: z.array(z.number().int().positive()),
  outputs: z.number().int().positive(),
  task: Task,
  nTrain: z.number().int().nonnegative(),
  vocabSize: z.number().int().positive().optional(),
  limits: z.strictObject({
    maxParams: z.number().optional(),
    minParams: z.number().optional(),
    maxEpochs: z.number().optional(),
    maxDenseUnits: z.number().optional(),
  }),
})
export type ContextData = z.infer<typeof ContextData>

export type LearnerRequest =
  /** Evaluate both modules (already transpiled to CommonJS), resolve slots. → `loaded` */
  | { kind: 'load'; solution: string; starter: string; slots: Slots; context: ContextData; seed: number }
  /** Body: x then y of the training rows. Runs prepare, buildModel, training. → `built`, body: prepared rows */
  | { kind: 'build'; xShape: number[]; yShape: number[] }
  /** Body: hidden input rows. → `transformed`, body: prepared rows */
  | { kind: 'transform'; shape: number[] }
  /** One call of a by-hand function. → `returned` */
  | { kind: 'call'; fn: string; args: unknown[] }

/** Position in the transpiled JavaScript of the learner's module; the worker maps it back to their TypeScript. */
const JsPosition = z.strictObject({ line: z.number().int().positive(), column: z.number().int().positive() })

const Text = (max: number) => z.string().transform((text) => text.slice(0, max))

export const LearnerReply = z.discriminatedUnion('kind', [
  /** Once, before any request: the program and tfjs are in memory. Awaited by the box itself. */
  z.strictObject({ kind: z.literal('ready') }),
  z.strictObject({
    kind: z.literal('loaded'),
    notices: z.array(Text(500)).max(8),
    /** Names in `functions`, by-hand exercises. */
    functions: z.array(Text(100)).max(100),
  }),
  z.strictObject({
    kind: z.literal('built'),
    /** Shape of the prepared training rows, batch axis first; they are the body. */
    shape: Shape,
    /** `model.toJSON(null, false)`, as text: parsed by lib/contract/topology.ts. */
    topology: z.string().max(1_000_000),
    /** The training config with its schedule tabulated: parsed by lib/contract/plan.ts. */
    plan: z.unknown(),
  }),
  z.strictObject({ kind: z.literal('transformed'), shape: Shape }),
  z.strictObject({
    kind: z.literal('returned'),
    value: z.unknown(),
    /** The call changed the arguments it was given. */
    mutated: z.boolean(),
  }),
  /** The learner's code broke the contract or threw. */
  z.strictObject({
    kind: z.literal('fault'),
    /** `timed_out`: it waits for a promise that can never settle, which the box notices at once. */
    fault: z.enum(['contract_error', 'runtime_error', 'timed_out', 'invalid_output']),
    slot: SlotName.nullable(),
    message: Text(2_000),
    hint: Text(1_000).optional(),
    at: JsPosition.optional(),
  }),
])
export type LearnerReply = z.infer<typeof LearnerReply>

/** Unasked: a console line, until `built` or the first hidden input; then the worker stops listening. */
export const LearnerConsole = z.strictObject({
  kind: z.literal('console'),
  level: z.enum(['log', 'warn', 'error']),
  line: Text(1_000),
})
export type LearnerConsole = z.infer<typeof LearnerConsole>

export const LEARNER_FRAME_LIMITS = { headerBytes: 2_000_000, bodyBytes: 256 << 20, depth: 64 } as const
