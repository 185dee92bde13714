import { contextOf } from '#lib/contract/context-of.ts'
import type { FunctionsExercise } from '#lib/contract/exercise.ts'
import { runFunctionsChecks } from '#lib/domain/checks/run-checks.ts'
import { compareAnswer, describeCase, describeThrown } from '#lib/domain/compare-case.ts'
import { ownMistake } from '#lib/domain/diagnosis/own-mistake.ts'
import { functionsMarks } from '#lib/domain/points.ts'
import type { Transpiled } from '#lib/learner/transpile-rules.ts'
import type { LearnerSession } from '../learner/learner-session.ts'
import { askGradients } from './ask-gradients.ts'
import type { GradingRun } from './grading-run.ts'
import type { Findings } from './report.ts'

interface Asked {
  fn: string
  passed: boolean
  message: string
  expect: unknown
  /** Undefined where the function threw. */
  answer: unknown
  mutated: boolean
  nonFinite: boolean
}

/**
 * The way of a by-hand exercise: the box is asked case by case, and answers are compared out here. Expected answers never
 * enter it, and a hidden case's arguments enter only as it is asked.
 */
export async function gradeFunctions(
  run: GradingRun,
  solution: Transpiled,
  exercise: FunctionsExercise,
): Promise<Findings> {
  const { cases } = run.input.bundle
  if (!cases) throw new Error(`${exercise.slug} has no cases`)
  const { session, notices } = await run.watch.time('prepare', () =>
    run.openBox(solution, contextOf(exercise, null, 0)),
  )
  run.tell(notices)

  run.phase('scoring')
  return run.watch.time('score', async () => {
    const visible = await askAll(run, session, solution, cases.visible)
    // Hidden arguments are in reach of the code from here on.
    session.onConsole = null
    const gradcheck = exercise.checks.find((check) => check.rule === 'gradcheck')
    const gradients = gradcheck ? await askGradients(run, session, solution, gradcheck, cases.visible) : null
    const hidden = await askAll(run, session, solution, cases.hidden)
    const all = [...visible, ...hidden]
    const mutated = all.filter((asked) => asked.mutated).map(({ fn }) => fn)
    const nonFinite = all.filter((asked) => asked.nonFinite).map(({ fn }) => fn)
    const checks = runFunctionsChecks(exercise.checks, { mutated, nonFinite, gradients, visible })
    const failedChecks = checks.filter(({ passed }) => !passed).map(({ id }) => id)
    const own = ownMistake(exercise, { failedChecks, diagnoses: [], layers: 0 })
    run.diagnoses = own ? [own] : []
    const share = hidden.filter(({ passed }) => passed).length / hidden.length
    const marks = functionsMarks(exercise, { share, everyVisible: visible.every(({ passed }) => passed) }, checks)
    return {
      metric: { name: 'cases', public: share, private: share },
      provisional: marks,
      final: marks,
      checks,
      confusion: null,
      cases: visible.map(({ fn, passed, message }) => ({ fn, passed, message })),
      topologyHash: null,
      weights: null,
      topology: null,
      sample: null,
    }
  })
}

async function askAll(
  run: GradingRun,
  session: LearnerSession,
  solution: Transpiled,
  cases: readonly { fn: string; args: unknown[]; expect?: unknown }[],
): Promise<Asked[]> {
  const asked: Asked[] = []
  for (const { fn, args, expect } of cases) {
    const answer = await session.call(fn, args)
    if (answer.ok) {
      const comparison = compareAnswer(expect, answer.value)
      const message = describeCase({ fn, args }, comparison)
      asked.push({
        fn,
        passed: comparison.equal,
        message,
        expect,
        answer: answer.value,
        mutated: answer.mutated,
        nonFinite: false,
      })
      continue
    }
    // A case that throws is a wrong answer. A missing function or a box that is gone can answer none.
    if (answer.ended || answer.verdict === 'contract_error') throw run.stopped(answer, solution)
    asked.push({
      fn,
      passed: false,
      message: describeThrown({ fn, args }, run.stopped(answer, solution).error),
      expect,
      answer: undefined,
      mutated: false,
      // JSON has no such numbers: the box refuses them by name.
      nonFinite: answer.verdict === 'invalid_output' && /returned -?(NaN|Infinity)/.test(answer.message),
    })
  }
  return asked
}
