import { describe, expect, it } from 'vitest'
import { makeReport } from '#tests/helpers/make-report.ts'
import { temporaryCatalogue } from '#tests/helpers/temporary-catalogue.ts'
import type { GradeReport } from '../contract/report.ts'
import { openBlobStore } from './blob-store.ts'
import { checkExercise } from './check-exercise.ts'
import { loadBundle } from './load-bundle.ts'

const ROOT = new URL('../..', import.meta.url).pathname
const FILES = { solution: 'solution', mistakes: [{ name: 'wrong-way', source: 'mistake' }] }

const score = (value: number, finalPoints: number, finallyPassed: boolean): Partial<GradeReport> => ({
  metric: { name: 'accuracy', public: value, private: value },
  finalPoints,
  finallyPassed,
})
const SOUND = {
  solution: score(0.98, 100, true),
  starter: { ...score(0.39, 10, false), diagnoses: [{ id: 'inputs-not-scaled', message: 'Not scaled.' }] },
  mistake: score(0.95, 40, false),
}

/** Rows of a check on the wine bundle, with what grading gave. `failed` lists those that don't hold. */
async function check(reports: Partial<typeof SOUND> = {}, baseline?: object) {
  const store = openBlobStore(await temporaryCatalogue({}))
  const loaded = await loadBundle({ root: ROOT, store, secret: 's', slug: 'm1-wine-first-network' })
  const { exercise } = loaded
  if (exercise.kind !== 'model') throw new Error('a model exercise')
  const bundle = {
    ...loaded,
    starter: 'starter',
    exercise: { ...exercise, baseline: { ...exercise.baseline, ...baseline } },
  }
  const all: Record<string, Partial<GradeReport>> = { ...SOUND, ...reports }
  const checked = await checkExercise({ bundle, files: FILES, grade: async (source) => makeReport(all[source]) })
  const { rows } = checked
  return { ...checked, failed: rows.filter(({ outcome }) => outcome === 'failed').map(({ what }) => what) }
}

it('holds, and says what was measured', async () => {
  const { rows, failed } = await check()
  expect(failed).toEqual([])
  expect(rows.map(({ measured }) => measured)).toEqual([
    'accuracy 0.9800, 100 points',
    '100 of 100 points',
    'no diagnosis',
    'accuracy 0.3900, 10 points, diagnosed: inputs-not-scaled',
    'accuracy 0.9500, 40 points',
    '0.3922 (0.1693 either way is fine)',
  ])
})

it('gives what each source got, for a summary', async () => {
  const { solution, wrong } = await check()
  expect(solution).toEqual({ score: 0.98, points: 100 })
  expect(wrong).toEqual([
    { name: 'starter', score: 0.39, points: 10 },
    { name: 'wrong-way', score: 0.95, points: 40 },
  ])
})

const crash: Partial<GradeReport> = { verdict: 'runtime_error', error: { kind: 'runtime_error', message: 'no' } }
describe('what does not hold', () => {
  it.each([
    ['a solution below the bar', { solution: score(0.8, 55, false) }, {}, ['the solution passes']],
    [
      'a solution that is told something',
      { solution: { ...SOUND.solution, diagnoses: [{ id: 'overfitting', message: 'By heart.' }] } },
      {},
      ['nothing is said against the solution'],
    ],
    ['a starter that passes', { starter: score(0.91, 70, true) }, {}, ['the starter runs and does not pass']],
    ['a starter that throws', { starter: { ...SOUND.starter, ...crash } }, {}, ['the starter runs and does not pass']],
    ['a mistake that passes', { mistake: score(0.92, 75, true) }, {}, ['mistake wrong-way does not pass']],
    ['a baseline too low', {}, { score: 0.1 }, ['the baseline (majority class) is 0.1']],
    [
      'a starter as baseline that is better',
      { starter: score(0.6, 20, false) },
      { model: 'starter' },
      ['the baseline (starter) is 0.3922'],
    ],
    [
      'a platform fault is nobody’s mistake',
      { mistake: { ...SOUND.mistake, verdict: 'platform_error' } },
      {},
      ['mistake wrong-way does not pass'],
    ],
  ] as [string, Partial<typeof SOUND>, object, string[]][])('%s', async (_, reports, baseline, failed) => {
    expect((await check(reports, baseline)).failed).toEqual(failed)
  })
})

it('takes a mistake that the contract refuses as one that does not pass', async () => {
  const refused = { ...SOUND.mistake, verdict: 'contract_error' as const }
  expect((await check({ mistake: refused })).failed).toEqual([])
})

it('notes a solution without full marks, and does not fail it', async () => {
  const { rows, failed } = await check({ solution: score(0.92, 79, true) })
  expect(failed).toEqual([])
  expect(rows[1]).toEqual({ what: 'the solution gets full marks', measured: '79 of 100 points', outcome: 'note' })
})
