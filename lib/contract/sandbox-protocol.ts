import { z } from 'zod'
import { CellOutput } from './cell-output.ts'
import { Task } from './exercise.ts'
import { ContextData } from './learner-protocol.ts'
import { Shape } from './rows.ts'
import { Slots } from './slots.ts'
import { EpochPoint } from './telemetry.ts'

/**
 * What crosses the border of the browser's sandbox: a frame of opaque origin, with a worker in it that runs the learner's
 * code (the runner) and another that only compiles. Both sides parse what they get. Nothing that the runner says is ever
 * sent on to the server: it is shown to the person whose code said it, and that is all.
 */
const Id = z.number().int().nonnegative()
const Text = (max: number) => z.string().transform((text) => text.slice(0, max))
const Source = z.string().max(200_000)

const SandboxRows = z.strictObject({
  shape: Shape,
  data: z.custom<Float32Array>((value) => value instanceof Float32Array, 'should be a Float32Array'),
})
const Module = { solution: z.string(), starter: z.string(), slots: Slots, context: ContextData, seed: Id }

export const BACKENDS = ['webgl', 'wasm', 'cpu'] as const
export const Backend = z.enum(BACKENDS)
export type Backend = z.infer<typeof Backend>

/** To the runner. */
export const RunnerRequest = z.discriminatedUnion('kind', [
  /** A model exercise: runs the slots, trains, tells what happens. */
  z.strictObject({
    kind: z.literal('train'),
    ...Module,
    task: Task.exclude(['functions']),
    outputs: z.number().int().positive(),
    ordered: z.boolean(),
    metric: z.enum(['accuracy', 'macroF1', 'rmse']),
    maxEpochs: z.number().int().positive().optional(),
    /** Of training; then it stops, with what it has. */
    maxSeconds: z.number().positive(),
    x: SandboxRows,
    y: SandboxRows,
  }),
  /** A by-hand exercise: calls functions and gives their answers, in order. */
  z.strictObject({
    kind: z.literal('call'),
    ...Module,
    calls: z.array(z.strictObject({ fn: z.string(), args: z.array(z.unknown()) })).max(1_000),
  }),
  /** One cell, compiled. What it declares stays for the next ones. */
  z.strictObject({ kind: z.literal('cell'), code: z.string(), names: z.array(z.string()), file: z.string() }),
])
export type RunnerRequest = z.infer<typeof RunnerRequest>

const Position = z.strictObject({ line: z.number().int().positive(), column: z.number().int().positive() })

/** What the learner's code did wrong; `at` is a place in the JavaScript, until the page maps it back. */
export const SandboxFault = z.strictObject({
  verdict: z.enum(['compile_error', 'contract_error', 'runtime_error', 'timed_out', 'out_of_memory', 'invalid_output']),
  message: Text(2_000),
  hint: Text(1_000).optional(),
  at: Position.optional(),
})
export type SandboxFault = z.infer<typeof SandboxFault>

/** From the runner, while it is at a request. `done` and `fault` are the last. */
export const RunnerEvent = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('phase'), phase: z.enum(['preparing', 'building', 'training', 'scoring']) }),
  z.strictObject({ kind: z.literal('console'), level: z.enum(['log', 'warn', 'error']), line: Text(1_000) }),
  z.strictObject({ kind: z.literal('notice'), message: Text(500) }),
  z.strictObject({ kind: z.literal('backend'), name: Backend }),
  z.strictObject({
    kind: z.literal('model'),
    params: z.number().int(),
    layers: z.number().int(),
    epochs: z.number().int(),
    stepsPerEpoch: z.number().int(),
  }),
  z.strictObject({
    kind: z.literal('step'),
    epoch: z.number().int(),
    step: z.number().int(),
    stepsPerEpoch: z.number().int(),
    loss: z.number().nullable(),
  }),
  z.strictObject({ kind: z.literal('epoch'), point: EpochPoint }),
  z.strictObject({
    kind: z.literal('trained'),
    outcome: z.enum(['completed', 'stopped-early', 'diverged', 'cpu-limit']),
    epochsRun: z.number().int(),
    bestEpoch: z.number().int(),
    restoredBest: z.boolean(),
  }),
  z.strictObject({
    kind: z.literal('answer'),
    answer: z.union([
      z.strictObject({ ok: z.literal(true), value: z.unknown(), mutated: z.boolean() }),
      z.strictObject({ ok: z.literal(false), fault: SandboxFault }),
    ]),
  }),
  z.strictObject({ kind: z.literal('output'), output: CellOutput }),
  z.strictObject({ kind: z.literal('fault'), fault: SandboxFault }),
  z.strictObject({ kind: z.literal('done') }),
])
export type RunnerEvent = z.infer<typeof RunnerEvent>

export const CompileReply = z.union([
  z.strictObject({ ok: z.literal(true), code: z.string(), map: z.string(), names: z.array(z.string()) }),
  z.strictObject({ ok: z.literal(false), fault: SandboxFault }),
])
export type CompileReply = z.infer<typeof CompileReply>

export const CompileRequest = z.strictObject({ id: Id, as: z.enum(['solution', 'cell']), source: Source })
export type CompileRequest = z.infer<typeof CompileRequest>

/** From the page to the frame. */
export const ToFrame = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('compile'), request: CompileRequest }),
  z.strictObject({ kind: z.literal('run'), id: Id, request: RunnerRequest }),
  /** Ends the runner, whatever it is at; a fresh one takes its place. */
  z.strictObject({ kind: z.literal('renew') }),
])
export type ToFrame = z.infer<typeof ToFrame>

/** From the frame to the page. */
export const FromFrame = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('ready') }),
  z.strictObject({ kind: z.literal('compiled'), id: Id, reply: CompileReply }),
  z.strictObject({ kind: z.literal('event'), id: Id, event: RunnerEvent }),
  /** The runner was ended, and a fresh one has taken its place. */
  z.strictObject({ kind: z.literal('ended'), id: Id, reason: z.enum(['flood', 'crash']) }),
])
export type FromFrame = z.infer<typeof FromFrame>

/** What a request hands over rather than copies. */
export const transfersOf = (request: RunnerRequest): ArrayBuffer[] =>
  request.kind === 'train'
    ? [request.x.data.buffer, request.y.data.buffer].filter((buffer) => buffer instanceof ArrayBuffer)
    : []
