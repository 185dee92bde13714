import { readFile } from 'node:fs/promises'
import { expect, it } from 'vitest'
import type { GradeReport } from '#lib/contract/report.ts'
import { WAYS_TO_GO_WRONG } from './diagnosis/ways-to-go-wrong.ts'
import { catalogueRoot, useGradingEngine } from './grading-engine.ts'

const engine = useGradingEngine()
const ORE = 'm1-ore-or-waste'
const WINE = 'm1-wine-first-network'
const ACTIVATIONS = 'm2-activation-functions'

const file = (path: string) => readFile(`${catalogueRoot}/exercises/${path}`, 'utf8')
const way = (name: string): Promise<string> => Promise.resolve(WAYS_TO_GO_WRONG[name] ?? '')

it.each<[string, string, () => Promise<string>, GradeReport['verdict'], string[]]>([
  ['the starter', WINE, () => file(`${WINE}/starter.ts`), 'scored', ['inputs-not-scaled']],
  ['the solution', WINE, () => file(`${WINE}/solution.ts`), 'scored', []],
  [
    'rows scaled by their neighbours',
    WINE,
    () => file(`${WINE}/mistakes/scaled-by-the-chunk.ts`),
    'scored',
    ['depends-on-other-rows', `${WINE}:scaled-by-the-chunk`],
  ],
  ['a wild rate', ORE, () => way('learning rate far too high'), 'scored', ['learning-rate-too-high']],
  [
    'a loss that is no number',
    ORE,
    () => way('sgd until the loss is no number'),
    'invalid_output',
    ['learning-rate-too-high'],
  ],
  [
    'functions that overflow',
    ACTIVATIONS,
    () => file(`${ACTIVATIONS}/mistakes/overflows.ts`),
    'scored',
    [`${ACTIVATIONS}:overflows`],
  ],
])('%s of %s is explained', async (_, slug, source, verdict, expected) => {
  const report = await engine.grade(await engine.bundle(slug), await source())
  expect(report.verdict).toBe(verdict)
  expect(report.diagnoses.map(({ id }) => id)).toEqual(expected)
})

it('names the column and its numbers', async () => {
  const report = await engine.grade(await engine.bundle(WINE), await file(`${WINE}/starter.ts`))
  expect(report.diagnoses[0]?.message).toMatch(/^After `prepare`, proline has mean 7\d\d and standard deviation \d+;/)
})

it('says that the processor time was used up, when it was', async () => {
  const bundle = await engine.bundle(ORE)
  if (bundle.exercise.kind !== 'model') throw new Error('no model exercise')
  const exercise = { ...bundle.exercise, limits: { ...bundle.exercise.limits, maxSeconds: 0.05 } }
  const report = await engine.grade({ ...bundle, exercise }, await file(`${ORE}/solution.ts`))
  expect(report.verdict).toBe('timed_out')
  expect(report.diagnoses.map(({ id }) => id)).toEqual(['budget-cut'])
})
