import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { temporaryCatalogue } from '#tests/helpers/temporary-catalogue.ts'
import { compareAnswer } from '../domain/compare-case.ts'
import { openBlobStore } from './blob-store.ts'
import { freezeExercise } from './freeze-exercise.ts'
import { FrozenExercise } from './frozen-exercise.ts'
import { listExercises } from './list-exercises.ts'
import { loadBundle, thawBundle } from './load-bundle.ts'
import { readAuthorFiles } from './read-author-files.ts'

const ROOT = new URL('../..', import.meta.url).pathname
const openStore = async () => openBlobStore(await temporaryCatalogue({}))
const load = async (slug: string, secret = 's') => loadBundle({ root: ROOT, store: await openStore(), secret, slug })

const exercises = await listExercises(ROOT)

// A minute, because digits and rocks are tens of megabytes and the machine may be busy.
describe.each(exercises)('$slug', { timeout: 60_000 }, (exercise) => {
  it('is whole, and comes back from JSON as it was', async () => {
    const store = await openStore()
    const frozen = await freezeExercise({ root: ROOT, store, secret: 's', slug: exercise.slug })
    const stored = FrozenExercise.parse(JSON.parse(JSON.stringify(frozen)))
    const bundle = await thawBundle(stored, store)
    expect(bundle.exercise).toEqual(exercise)
    expect(bundle.readme).toMatch(/^# /)
    if (exercise.kind === 'functions') {
      expect(bundle.cases?.visible).toHaveLength(exercise.visibleCases)
      expect(bundle.cases?.hidden).toHaveLength(exercise.hiddenCases)
      expect(bundle.dataset).toBeNull()
    } else {
      const { card, splits } = bundle.dataset ?? expect.fail('no dataset')
      const train = exercise.trainRows ?? card.split.train
      expect(splits.train.x.shape).toEqual([train, ...card.shape])
      expect(splits.train.y.shape).toEqual([train, 1])
      expect(splits.private.x.shape[0]).toBe(card.split.private)
    }
    const { solution, mistakes } = await readAuthorFiles(ROOT, exercise.slug)
    expect(mistakes.length).toBeGreaterThan(0)
    expect(JSON.stringify(frozen), 'the solution is not handed out').not.toContain(
      JSON.stringify(solution).slice(1, -1),
    )
  })
})

it.each(['m1-wine-first-network', 'm1-perceptron-rule'])('%s: same secret, same hash', async (slug) => {
  const { exerciseHash } = await load(slug)
  expect((await load(slug)).exerciseHash).toBe(exerciseHash)
  expect((await load(slug, 'other')).exerciseHash).not.toBe(exerciseHash)
})

describe('hidden cases', () => {
  it('depend on the secret and are answered by the solution', async () => {
    const { cases } = await load('m1-perceptron-rule')
    const hidden = cases?.hidden ?? []
    const other = (await load('m1-perceptron-rule', 'other')).cases?.hidden
    expect(hidden).not.toEqual(other)
    const predict = hidden.filter(({ fn }) => fn === 'predict')
    expect(predict.length).toBeGreaterThan(3)
    for (const { args, expect: answer } of predict) {
      const [w, b, x] = args as [number[], number, number[]]
      const fires = w.reduce((sum, weight, i) => sum + weight * (x[i] ?? 0), b) > 0
      expect(compareAnswer(answer, fires ? 1 : 0).equal).toBe(true)
    }
  })
})

it('refuses rows that are not those of the hash', async () => {
  const folder = await temporaryCatalogue({})
  const store = openBlobStore(folder)
  const frozen = await freezeExercise({ root: ROOT, store, secret: 's', slug: 'm1-wine-first-network' })
  const hash = frozen.dataset?.published.splits.private.y.sha256 ?? ''
  await writeFile(join(folder, 'blobs', hash.slice(0, 2), hash), new Uint8Array(51 * 4))
  await expect(thawBundle(frozen, store)).rejects.toMatchObject({ reason: 'mismatch' })
})

it('refuses an exercise whose solution disagrees with a visible case', async () => {
  const slug = 'm1-perceptron-rule'
  const read = (file: string) => readFile(join(ROOT, 'exercises', slug, file), 'utf8')
  const files: Record<string, string> = {}
  for (const file of ['exercise.yaml', 'README.md', 'starter.ts', 'cases.ts', 'visible-cases.json', 'figure.svg'])
    files[`exercises/${slug}/${file}`] = await read(file)
  files[`exercises/${slug}/solution.ts`] = (await read('solution.ts')).replace('lr * error', 'lr * -error')
  const root = await temporaryCatalogue(files)
  await expect(freezeExercise({ root, store: await openStore(), secret: 's', slug })).rejects.toThrow(
    /visible-cases\.json: the solution disagrees: update\(/,
  )
})
