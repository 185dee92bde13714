import type { Case } from '#lib/contract/exercise.ts'
import type { FunctionsCheckSpec } from '#lib/domain/checks/check-spec.ts'
import type { GradientFacts } from '#lib/domain/checks/facts.ts'
import { describePath, GRADIENT_STEP, gradientEntry, nudged, numberPaths } from '#lib/domain/checks/gradient-check.ts'
import type { Transpiled } from '#lib/learner/transpile-rules.ts'
import type { LearnerSession } from '../learner/learner-session.ts'
import type { GradingRun } from './grading-run.ts'

type Spec = Extract<FunctionsCheckSpec, { rule: 'gradcheck' }>

/**
 * The learner's own gradient beside finite differences of the learner's own loss, on the first visible case of `backward`.
 * @throws RunStopped when the box is gone or a function is missing
 */
export async function askGradients(
  run: GradingRun,
  session: LearnerSession,
  solution: Transpiled,
  { forward, output, loss, backward }: Spec,
  visible: readonly Case[],
): Promise<GradientFacts> {
  const example = visible.find(({ fn }) => fn === backward)
  if (!example) throw new Error(`${run.exercise.slug} shows no case of ${backward}`)
  const [params, X, ...rest] = example.args
  const Y = rest.at(-1)

  const ask = async (fn: string, args: unknown[]): Promise<unknown> => {
    const answer = await session.call(fn, args)
    if (answer.ok) return answer.value
    if (answer.ended || answer.verdict === 'contract_error') throw run.stopped(answer, solution)
    throw new Unanswered(`\`${fn}\` gave no answer: ${answer.message}`)
  }
  const lossAt = async (moved: unknown): Promise<number> => {
    const result = await ask(forward, [moved, X])
    const value = await ask(loss, [Object(result)[output], Y])
    if (typeof value === 'number') return value
    throw new Unanswered(`\`${loss}\` does not answer a number.`)
  }

  try {
    const gradient = await ask(backward, example.args)
    const entries = []
    for (const path of numberPaths(params)) {
      const given = gradientEntry(gradient, path)
      if (given === null) throw new Unanswered(`\`${backward}\` answers no number for \`${describePath(path)}\`.`)
      const up = await lossAt(nudged(params, path, GRADIENT_STEP))
      const down = await lossAt(nudged(params, path, -GRADIENT_STEP))
      entries.push({ path: describePath(path), given, measured: (up - down) / (2 * GRADIENT_STEP) })
    }
    return { ok: true, rows: Array.isArray(X) ? X.length : 0, entries }
  } catch (error) {
    if (error instanceof Unanswered) return { ok: false, reason: error.message }
    throw error
  }
}

class Unanswered extends Error {}
