import type { BoxLimits, RunningBox } from '#grader/box/box.ts'
import { type LearnerFailure, openLearner } from '#grader/learner/learner-session.ts'
import { transpile } from '#grader/learner/transpile.ts'
import type { ContextData } from '#lib/contract/learner-protocol.ts'
import { parsePlan } from '#lib/contract/parse-plan.ts'
import type { Rows } from '#lib/contract/rows.ts'
import type { Slots } from '#lib/contract/slots.ts'
import { parseTopology } from '#lib/contract/topology.ts'
import type { Verdict } from '#lib/domain/verdict.ts'
import type { Attack, AttackOutcome } from './attack.ts'

/** Small, so that what runs into a limit does so in seconds. */
export const ATTACK_LIMITS: BoxLimits = {
  memoryMiB: 256,
  cpuSeconds: 2,
  replySeconds: 3,
  processes: 32,
  tmpMiB: 8,
  outputBytes: 4 << 20,
}

const COLUMNS = 4
/** A value that stands in hidden rows only: nothing a learner sees may hold it. */
export const HIDDEN_CANARY = 7_351.25

const MODEL_SLOTS: Slots = { prepare: 'write', buildModel: 'write', training: 'write', functions: '-' }
const FUNCTION_SLOTS: Slots = { prepare: '-', buildModel: '-', training: '-', functions: 'write' }

const rows = (count: number, value: (i: number) => number): Rows => ({
  shape: [count, COLUMNS],
  data: Float32Array.from({ length: count * COLUMNS }, (_, i) => value(i)),
})
const TRAIN = {
  x: rows(40, (i) => i % 7),
  y: { shape: [40, 1], data: Float32Array.from({ length: 40 }, (_, i) => i % 2) },
}
const HIDDEN = [rows(9, () => HIDDEN_CANARY), rows(4, (i) => HIDDEN_CANARY + i)]

/** A solution's way through the box and the parsers behind it, as a grading run takes it up to the trainer. */
export async function runAttack(
  start: () => Promise<RunningBox>,
  attack: Pick<Attack, 'kind' | 'source'>,
): Promise<AttackOutcome> {
  const lines: string[] = []
  const messages: string[] = []
  const finish = (verdict: Verdict): AttackOutcome => ({ verdict, console: lines, messages })
  const fail = (failure: Pick<LearnerFailure, 'verdict' | 'message' | 'hint'>) => {
    messages.push(failure.message, failure.hint ?? '')
    return finish(failure.verdict)
  }
  const solution = await transpile(attack.source)
  if (!solution.ok) return fail(solution)
  const box = await start()
  try {
    const session = openLearner(box)
    session.onConsole = (_, line) => lines.push(line)
    const isModel = attack.kind === 'model'
    const context: ContextData = isModel
      ? { inputShape: [COLUMNS], outputs: 2, task: 'multiclass', nTrain: 40, limits: {} }
      : { inputShape: [], outputs: 1, task: 'functions', nTrain: 0, limits: {} }
    const slots = isModel ? MODEL_SLOTS : FUNCTION_SLOTS
    const loaded = await session.load({ solution: solution.code, starter: '', slots, context, seed: 1 })
    if (!loaded.ok) return fail(loaded)
    messages.push(...loaded.notices)

    if (!isModel) {
      const answer = await session.call('first', [[1, 2]])
      return answer.ok ? finish('scored') : fail(answer)
    }
    const built = await session.build(TRAIN.x, TRAIN.y)
    if (!built.ok) return fail(built)
    const topology = parseTopology(built.topology)
    if (!topology.ok) return fail({ verdict: 'contract_error', ...topology })
    const plan = parsePlan(built.plan, 'multiclass', {})
    if (!plan.ok) return fail({ verdict: 'contract_error', ...plan })
    messages.push(JSON.stringify([topology.topology.json, plan.plan]))
    for (const hidden of HIDDEN) {
      const transformed = await session.transform(hidden)
      if (!transformed.ok) return fail(transformed)
    }
    return finish('scored')
  } finally {
    await box.destroy()
  }
}
