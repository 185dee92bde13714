import { execFileSync } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { ensurePython } from '#deploy/local/steps/python-environment.mjs'
import { measureBaselines } from '#lib/baselines/measure-baselines.ts'
import { openBlobStore } from '#lib/catalogue/blob-store.ts'
import { listExercises } from '#lib/catalogue/list-exercises.ts'
import { loadBundle } from '#lib/catalogue/load-bundle.ts'
import { type Baselines, CLASSICAL_MODELS, type ClassicalModel } from '#lib/contract/baselines.ts'
import { SPLITS } from '#lib/contract/dataset.ts'
import { bytesOf } from '#lib/contract/rows.ts'
import { catalogueRoot, TEST_SECRET } from './grading-engine.ts'

const Scores = z.record(
  z.string(),
  z.record(z.enum(CLASSICAL_MODELS), z.record(z.enum(['public', 'private']), z.array(z.number()))),
)

/** Rows that rounding may tip: two neighbours equally far, a probability of a half. */
const TIPPED_ROWS = 1.5
/** Beyond its seeds' spread a forest of ours may differ by its cuts, which lie at quantiles. */
const FOREST_SLACK = 0.02

const scikit = await ensurePython('scikit-learn')
const folder = await mkdtemp(join(tmpdir(), 'gradus-baselines-'))
afterAll(() => rm(folder, { recursive: true, force: true }))

const measured = scikit.ok ? await measureAll() : []
const jobs = measured.map(({ job }) => job)
const scores = scikit.ok ? Scores.parse(JSON.parse(await run(scikit.python, jobs))) : {}

describe.skipIf(!scikit.ok)(scikit.ok ? 'scikit-learn' : `scikit-learn is not here: ${scikit.reason}`, () => {
  const cases = measured.flatMap(({ job, baselines, rows }) =>
    baselines.models.flatMap((model) =>
      (['public', 'private'] as const).map((split) => ({ job, model, split, rows: rows[split] })),
    ),
  )
  it.each(cases)('$job.name: $model.name on $split rows', ({ job, model, split, rows }) => {
    const theirs = scores[job.name]?.[model.model]?.[split] ?? []
    const mean = theirs.reduce((sum, score) => sum + score, 0) / theirs.length
    expect(Math.abs(model[split] - mean)).toBeLessThanOrEqual(allowed(model.model, job.metric, theirs, rows, mean))
  })
})

/** How far apart two right programs may be. */
function allowed(model: ClassicalModel, metric: string, theirs: number[], rows: number, mean: number): number {
  const unit = metric === 'rmse' ? mean : 1
  if (model === 'constant') return 1e-6 * unit
  const deviation = Math.sqrt(theirs.reduce((sum, score) => sum + (score - mean) ** 2, 0) / theirs.length)
  // Macro-F1 moves by more than a row's share where the row is of a rare class.
  const tipped = metric === 'rmse' ? 0.002 * unit : (TIPPED_ROWS / rows) * (metric === 'macroF1' ? 3 : 1)
  return model === 'forest' ? 4 * deviation + tipped + FOREST_SLACK * unit : tipped + 0.004 * unit
}

interface Job {
  name: string
  shape: number[]
  vocabSize: number | null
  classification: boolean
  ordered: boolean
  metric: string
  fittedRows: Partial<Record<ClassicalModel, number>>
}

/** Ours, of every exercise with a dataset; the rows are put where the other program finds them. */
async function measureAll() {
  const store = openBlobStore(folder)
  const measured: { job: Job; baselines: Baselines; rows: { public: number; private: number } }[] = []
  const seen = new Set<string>()
  for (const exercise of await listExercises(catalogueRoot)) {
    if (exercise.kind !== 'model') continue
    const { dataset } = await loadBundle({ root: catalogueRoot, store, secret: TEST_SECRET, slug: exercise.slug })
    if (!dataset) throw new Error(`${exercise.slug} has no dataset`)
    const { card, splits, published } = dataset
    const baselines = measureBaselines({ card, datasetHash: published.hash, metric: exercise.metric, splits })
    const { trainRows, metric } = baselines.key
    const name = `${card.name}-${metric}-${trainRows}`
    if (seen.has(name)) continue
    seen.add(name)
    for (const split of SPLITS)
      for (const part of ['x', 'y'] as const)
        await writeFile(join(folder, `${name}-${split}-${part}.f32`), bytesOf(splits[split][part]))
    measured.push({
      baselines,
      rows: { public: splits.public.y.data.length, private: splits.private.y.data.length },
      job: {
        name,
        shape: card.shape,
        vocabSize: card.vocabSize ?? null,
        classification: card.task === 'binary' || card.task === 'multiclass',
        ordered: card.ordered,
        metric,
        fittedRows: Object.fromEntries(baselines.models.map(({ model, fittedRows }) => [model, fittedRows])),
      },
    })
  }
  return measured
}

async function run(python: string, jobs: Job[]): Promise<string> {
  const list = join(folder, 'jobs.json')
  await writeFile(list, JSON.stringify(jobs))
  return execFileSync(python, [join(catalogueRoot, 'tests/grader/baselines/scikit_learn.py'), list], {
    encoding: 'utf8',
    // One thread: the machine has others to run.
    env: { NODE_ENV: 'test', PATH: process.env.PATH ?? '', OMP_NUM_THREADS: '1' },
  })
}
