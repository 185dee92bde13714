import { LearnerConsole, LearnerReply, type LearnerRequest } from '#lib/contract/learner-protocol.ts'
import { bytesOf, type Rows, rowsFrom } from '#lib/contract/rows.ts'
import type { SlotName } from '#lib/contract/slots.ts'
import type { Verdict } from '#lib/domain/verdict.ts'
import type { BoxEnd, RunningBox } from '../box/box.ts'
import { BoxEnded } from '../box/box.ts'
import { describeBoxEnd } from './describe-box-end.ts'

type Reply<K extends LearnerReply['kind']> = Extract<LearnerReply, { kind: K }>
type Request<K extends LearnerRequest['kind']> = Omit<Extract<LearnerRequest, { kind: K }>, 'kind'>

/** The learner's code failed: what to tell them. `at` is a position in the JavaScript of their module, 1-based. */
export interface LearnerFailure {
  ok: false
  verdict: Exclude<Verdict, 'scored' | 'platform_error'>
  slot: SlotName | null
  message: string
  hint?: string
  at?: { line: number; column: number }
  /** The box is gone or no longer makes sense: nothing more can be asked. */
  ended: boolean
}
export type LearnerOutcome<T> = ({ ok: true } & T) | LearnerFailure

/**
 * The worker's view of one learner's box, from `load` to the last `call` or `transform`. Nothing that comes out is
 * believed before it is parsed. After a failure with `ended` the session is over.
 */
export interface LearnerSession {
  /** Console lines, until `build` has answered. */
  onConsole: ((level: LearnerConsole['level'], line: string) => void) | null
  load(request: Request<'load'>): Promise<LearnerOutcome<{ notices: string[]; functions: string[] }>>
  /** Runs prepare, buildModel and training; `plan` and `topology` are still to be parsed. */
  build(x: Rows, y: Rows): Promise<LearnerOutcome<{ rows: Rows; topology: string; plan: unknown }>>
  /** Hidden rows through `prepare`'s function. A failure says the same whatever happened inside. */
  transform(x: Rows): Promise<LearnerOutcome<{ rows: Rows }>>
  call(fn: string, args: readonly unknown[]): Promise<LearnerOutcome<{ value: unknown; mutated: boolean }>>
}

export function openLearner(box: RunningBox): LearnerSession {
  const session: LearnerSession = {
    onConsole: null,

    async load(request) {
      const reply = await ask(box, 'loaded', { kind: 'load', ...request })
      return reply.ok ? { ok: true, notices: reply.header.notices, functions: reply.header.functions } : reply
    },

    async build(x, y) {
      const body = Buffer.concat([bytesOf(x), bytesOf(y)])
      const reply = await ask(box, 'built', { kind: 'build', xShape: x.shape, yShape: y.shape }, body)
      // For good: hidden rows come next, and a console line could carry them.
      box.onFrame = null
      if (!reply.ok) return reply
      const rows = readRows(reply.body, reply.header.shape, x.shape[0] ?? 0)
      if (!rows) return UNREADABLE
      return { ok: true, rows, topology: reply.header.topology, plan: reply.header.plan }
    },

    async transform(x) {
      box.onFrame = null
      const reply = await ask(box, 'transformed', { kind: 'transform', shape: x.shape }, bytesOf(x))
      if (!reply.ok) return blind(reply)
      const rows = readRows(reply.body, reply.header.shape, x.shape[0] ?? 0)
      return rows ? { ok: true, rows } : blind(UNREADABLE)
    },

    async call(fn, args) {
      const reply = await ask(box, 'returned', { kind: 'call', fn, args: [...args] })
      return reply.ok ? { ok: true, value: reply.header.value, mutated: reply.header.mutated } : reply
    },
  }
  box.onFrame = (header) => {
    const line = LearnerConsole.safeParse(header)
    if (line.success) session.onConsole?.(line.data.level, line.data.line)
    return line.success
  }
  return session
}

async function ask<K extends LearnerReply['kind']>(
  box: RunningBox,
  kind: K,
  request: LearnerRequest,
  body?: Uint8Array,
): Promise<LearnerOutcome<{ header: Reply<K>; body: Uint8Array }>> {
  let frame: { header: unknown; body: Uint8Array }
  try {
    frame = await box.ask(request, body)
  } catch (error) {
    if (error instanceof BoxEnded) return failureOf(error.end)
    throw error
  }
  const parsed = LearnerReply.safeParse(frame.header)
  if (!parsed.success) return UNREADABLE
  const header = parsed.data
  if (header.kind === 'fault') {
    const { fault, slot, message, hint, at } = header
    // What typed arrays say when the box has no more memory to give.
    const outOfMemory = /Array buffer allocation failed|Invalid array buffer length/.test(message)
    return {
      ok: false,
      verdict: outOfMemory ? 'out_of_memory' : fault,
      slot,
      message,
      ...(hint ? { hint } : {}),
      ...(at ? { at } : {}),
      ended: false,
    }
  }
  return header.kind === kind ? { ok: true, header: header as Reply<K>, body: frame.body } : UNREADABLE
}

const failureOf = (end: BoxEnd): LearnerFailure => ({ ok: false, slot: null, ...describeBoxEnd(end), ended: true })

const UNREADABLE: LearnerFailure = {
  ok: false,
  verdict: 'invalid_output',
  slot: null,
  message: 'Your code answered with something that is no answer.',
  hint: 'It must not write to the channel between your code and the grader.',
  ended: true,
}

/** The rows a reply claims to hold: exactly as many as went in, of exactly the claimed shape, each a finite number. */
function readRows(body: Uint8Array, shape: number[], count: number): Rows | null {
  if (shape.length < 2 || shape[0] !== count) return null
  try {
    const rows = rowsFrom(body, shape)
    return rows.data.every((value) => Number.isFinite(value)) ? rows : null
  } catch {
    return null
  }
}

/** Hidden rows are in reach of whatever failed: nothing of its text may be shown. */
const blind = (failure: LearnerFailure): LearnerFailure => ({
  ok: false,
  verdict: failure.verdict,
  slot: 'prepare',
  ended: failure.ended,
  message: 'The function that `prepare` returned failed on rows it had not seen.',
  hint: 'It worked on the training rows. It must also work for any other number of rows, and for values that never occurred in training.',
})
