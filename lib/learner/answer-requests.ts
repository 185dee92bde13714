import type { Tensor } from '@tensorflow/tfjs'
import type { ContextData, LearnerReply, LearnerRequest } from '../contract/learner-protocol.ts'
import { bytesOf, type Rows, rowsFrom, sizeOf } from '../contract/rows.ts'
import { type ResolvedSlot, resolveSlots, SLOTS, type SlotName } from '../contract/slots.ts'
import { tabulatePlan } from '../contract/tabulate-plan.ts'
import { topologyOf } from './check-model.ts'
import { checkRows } from './check-rows.ts'
import type { Evaluate, Exports } from './evaluate.ts'
import { explainError } from './explain-error.ts'
import { LearnerFault } from './learner-fault.ts'
import { plainValue } from './plain-value.ts'
import { seededRandom } from './seeded-random.ts'
import { textOf } from './text-of.ts'

type Tf = typeof import('@tensorflow/tfjs')
type Reply<K extends LearnerReply['kind']> = Extract<LearnerReply, { kind: K }>
type Request<K extends LearnerRequest['kind']> = Extract<LearnerRequest, { kind: K }>
export interface Answer {
  header: LearnerReply
  body?: Uint8Array
}

interface Loaded {
  slots: Record<SlotName, ResolvedSlot>
  solution: Exports
  starter: Exports
  context: ContextData
}

/** Answers the worker's requests by running the learner's code; holds what one request leaves for the next. */
export class RequestAnswerer {
  private loaded: Loaded | null = null
  private transformer: ((x: Tensor) => unknown) | null = null

  constructor(
    private readonly tf: Tf,
    private readonly evaluate: Evaluate,
    /** Called when no console line may leave any more. */
    private readonly cutConsole: () => void,
  ) {}

  /** @throws LearnerFault */
  async answer(request: LearnerRequest, body: Uint8Array): Promise<Answer> {
    switch (request.kind) {
      case 'load':
        return { header: await this.load(request) }
      case 'build':
        return this.build(request, body)
      case 'transform':
        return this.transform(request, body)
      case 'call':
        return { header: await this.call(request) }
      default:
        return request satisfies never
    }
  }

  private async load(request: Request<'load'>): Promise<Reply<'loaded'>> {
    Math.random = seededRandom(request.seed)
    // The starter first, so that nothing the solution patches can change what it exports.
    const starter = await guard(null, () => this.evaluate(request.starter, 'starter.js'))
    const solution = await guard(null, () => this.evaluate(request.solution, 'solution.js'))
    const names = new Set(Object.keys(solution))
    const changed = new Set(SLOTS.filter((name) => textOf(solution[name]) !== textOf(starter[name])))
    const resolution = resolveSlots(request.slots, names, new Set(Object.keys(starter)), changed)
    if (!resolution.ok)
      throw new LearnerFault('contract_error', resolution.missing, resolution.message, resolution.hint)
    const { slots } = resolution
    this.loaded = { slots, solution, starter, context: request.context }
    const functions = request.context.task === 'functions' ? Object.keys(this.functions()) : []
    return {
      kind: 'loaded',
      notices: SLOTS.flatMap((name) => slots[name].notice ?? []),
      functions: functions.slice(0, 100),
    }
  }

  private async build(request: Request<'build'>, body: Uint8Array): Promise<Answer> {
    const { context } = this.state()
    const split = sizeOf(request.xShape) * 4
    const x = rowsFrom(body.subarray(0, split), request.xShape)
    const y = rowsFrom(body.subarray(split), request.yShape)
    const rows = await this.prepare(x, y)

    const ctx = { ...context, inputShape: rows.shape.slice(1), tf: this.tf }
    const buildModel = this.exported('buildModel')
    if (typeof buildModel !== 'function')
      throw new LearnerFault(
        'contract_error',
        'buildModel',
        '`buildModel` must be a function.',
        'Write `export function buildModel(ctx: Ctx) { … return model }`.',
      )
    const model = await guard('buildModel', () => buildModel(ctx))
    const topology = await guard('buildModel', () => topologyOf(this.tf, model))
    const training = this.exported('training')
    const raw = await guard('training', () => (typeof training === 'function' ? training(ctx) : training))
    if (typeof raw !== 'object' || raw === null)
      throw new LearnerFault(
        'contract_error',
        'training',
        `\`training\` ${typeof training === 'function' ? 'returned' : 'is'} ${raw === undefined ? 'nothing' : 'no training configuration'}.`,
        "Give an object such as { optimizer: 'adam', learningRate: 0.01, epochs: 20, batchSize: 32 }.",
      )
    const plan = await guard('training', () => tabulatePlan(raw, ctx))
    this.cutConsole()
    return { header: { kind: 'built', shape: rows.shape, topology, plan }, body: bytesOf(rows) }
  }

  private async prepare(x: Rows, y: Rows): Promise<Rows> {
    const { tf } = this
    const { slots, context } = this.state()
    if (slots.prepare.source === 'default' || slots.prepare.source === 'none') {
      this.transformer = (tensor) => tensor
      return x
    }
    const prepare = this.exported('prepare')
    if (typeof prepare !== 'function')
      throw new LearnerFault(
        'contract_error',
        'prepare',
        '`prepare` must be a function.',
        'Write `export function prepare(ctx: Ctx, train) { … return (x) => … }`.',
      )
    const count = x.shape[0] ?? 0
    const transformer = await guard('prepare', () =>
      prepare({ ...context, tf }, { x: tf.tensor(x.data.slice(), x.shape), y: tf.tensor(y.data.slice(), y.shape) }),
    )
    if (typeof transformer !== 'function')
      throw new LearnerFault(
        'contract_error',
        'prepare',
        transformer === undefined ? '`prepare` returned nothing.' : '`prepare` must return a function.',
        'Learn from train.x, then return the row-wise function: `return (x) => x.sub(mean).div(sd)`.',
      )
    this.transformer = transformer
    const prepared = await guard('prepare', () => transformer(tf.tensor(x.data.slice(), x.shape)))
    return guard('prepare', () => checkRows(tf, prepared, count))
  }

  private async transform(request: Request<'transform'>, body: Uint8Array): Promise<Answer> {
    this.cutConsole()
    const { transformer } = this
    if (!transformer) throw new Error('transform before build')
    const { data, shape } = rowsFrom(body, request.shape)
    try {
      const prepared = await transformer(this.tf.tensor(data, shape))
      const rows = checkRows(this.tf, prepared, shape[0] ?? 0)
      return { header: { kind: 'transformed', shape: rows.shape }, body: bytesOf(rows) }
    } catch {
      // Hidden rows are in reach of whatever was thrown: none of its text may leave.
      throw new LearnerFault('runtime_error', 'prepare', '`prepare` failed on rows it had not seen.')
    }
  }

  private async call(request: Request<'call'>): Promise<Reply<'returned'>> {
    const fn = Reflect.get(this.functions(), request.fn)
    if (typeof fn !== 'function')
      throw new LearnerFault(
        'contract_error',
        'functions',
        `\`functions.${request.fn}\` is missing.`,
        `Add it: export const functions = { ${request.fn}: (…) => … }.`,
      )
    const before = JSON.stringify(request.args)
    const returned = await guard('functions', () => fn(...request.args))
    const value = await guard('functions', () => plainValue(returned, `\`${request.fn}\``))
    return {
      kind: 'returned',
      value,
      mutated: (await guard('functions', () => JSON.stringify(request.args))) !== before,
    }
  }

  private functions(): object {
    const functions = this.exported('functions')
    if (typeof functions !== 'object' || functions === null)
      throw new LearnerFault(
        'contract_error',
        'functions',
        '`functions` must be an object of functions.',
        'Write `export const functions = { name: (a, b) => … }`.',
      )
    return functions
  }

  private exported(name: SlotName): unknown {
    const { slots, solution, starter } = this.state()
    return (slots[name].source === 'solution' ? solution : starter)[name]
  }

  private state(): Loaded {
    if (!this.loaded) throw new Error('nothing is loaded')
    return this.loaded
  }
}

/** Runs learner code; whatever it throws becomes a fault of the given slot, with the place it came from. */
async function guard<T>(slot: SlotName | null, run: () => T | Promise<T>): Promise<T> {
  try {
    return await run()
  } catch (thrown) {
    if (thrown instanceof LearnerFault) throw thrown
    throw new Thrown(slot, thrown)
  }
}

/** Learner code threw. */
export class Thrown extends Error {
  constructor(
    readonly slot: SlotName | null,
    readonly thrown: unknown,
  ) {
    super('learner code threw')
  }
}

export function faultReply(error: unknown): Reply<'fault'> {
  if (error instanceof LearnerFault)
    return {
      kind: 'fault',
      fault: error.fault,
      slot: error.slot,
      message: error.message,
      ...(error.hint ? { hint: error.hint } : {}),
    }
  const slot = error instanceof Thrown ? error.slot : null
  const explained = explainError(error instanceof Thrown ? error.thrown : error)
  const fault = /Cannot find module|dynamic import callback/.test(explained.message)
    ? 'contract_error'
    : 'runtime_error'
  return { kind: 'fault', fault, slot, ...explained }
}
