import { z } from 'zod'
import { Case, type FunctionsExercise } from '../contract/exercise.ts'
import { compareAnswer, describeCase } from '../domain/compare-case.ts'
import { importTrusted } from './import-trusted.ts'
import { keyedHash } from './keyed-hash.ts'
import { AuthorError, readText } from './read-definition.ts'
import { type Rng, seeded } from './seeded.ts'

/** What a cases.ts exports as `cases`: calls to be answered, drawn from the generator it is given. */
export type DrawCases = (rng: Rng, count: number) => { fn: string; args: unknown[] }[]

type Functions = Record<string, (...args: unknown[]) => unknown>
const CasesModule = z.looseObject({ cases: z.custom<DrawCases>((value) => typeof value === 'function') })
const SolutionModule = z.looseObject({
  functions: z.record(
    z.string(),
    z.custom<Functions[string]>((value) => typeof value === 'function'),
  ),
})

/**
 * The cases of a by-hand exercise: the visible ones as the author fixed them, the hidden ones drawn from the
 * installation's secret and answered by the exercise's own solution.
 * @throws AuthorError also where the solution disagrees with a visible case
 */
export async function drawCases(
  root: string,
  exercise: FunctionsExercise,
  secret: string,
): Promise<{ visible: Case[]; hidden: Case[] }> {
  const folder = `exercises/${exercise.slug}`
  const functions = await readFunctions(root, `${folder}/solution.ts`)
  const module = CasesModule.safeParse(await importTrusted(root, `${folder}/cases.ts`))
  if (!module.success) throw new AuthorError([`${folder}/cases.ts: exports no function \`cases\``])

  const rng = seeded(keyedHash(secret, 'cases', exercise.slug, exercise.version))
  const hidden = module.data.cases(rng, exercise.hiddenCases).map(({ fn, args }) => ({
    fn,
    args,
    expect: answer(functions, { fn, args }),
  }))
  if (hidden.length !== exercise.hiddenCases)
    throw new AuthorError([`${folder}/cases.ts: drew ${hidden.length} cases, not ${exercise.hiddenCases}`])
  return { visible: await readVisibleCases(root, exercise, functions), hidden }
}

async function readVisibleCases(root: string, exercise: FunctionsExercise, functions: Functions): Promise<Case[]> {
  const path = `exercises/${exercise.slug}/visible-cases.json`
  const parsed = z.array(Case).safeParse(JSON.parse(await readText(root, path)))
  if (!parsed.success) throw new AuthorError(parsed.error.issues.map((issue) => `${path}: ${issue.message}`))
  if (parsed.data.length !== exercise.visibleCases)
    throw new AuthorError([`${path}: ${parsed.data.length} cases, exercise.yaml says ${exercise.visibleCases}`])
  const wrong = parsed.data.flatMap((one) => {
    const comparison = compareAnswer(one.expect, answer(functions, one))
    return comparison.equal ? [] : [`${path}: the solution disagrees: ${describeCase(one, comparison)}`]
  })
  if (wrong.length > 0) throw new AuthorError(wrong)
  return parsed.data
}

async function readFunctions(root: string, path: string): Promise<Functions> {
  const module = SolutionModule.safeParse(await importTrusted(root, path))
  if (!module.success) throw new AuthorError([`${path}: exports no \`functions\``])
  return module.data.functions
}

/** Answers as they will cross the border: as JSON, from copies of the arguments. */
function answer(functions: Functions, { fn, args }: { fn: string; args: unknown[] }): unknown {
  const call = functions[fn]
  if (!call) throw new AuthorError([`the solution has no function ${fn}`])
  return JSON.parse(JSON.stringify(call(...structuredClone(args))))
}
