import { baselineKeyOf } from '#lib/catalogue/baseline-key.ts'
import { openBlobStore } from '#lib/catalogue/blob-store.ts'
import { freezeExercise } from '#lib/catalogue/freeze-exercise.ts'
import { hashOfJson } from '#lib/catalogue/keyed-hash.ts'
import { listExercises } from '#lib/catalogue/list-exercises.ts'
import type { Baselines } from '#lib/contract/baselines.ts'
import type { Exercise, ModelExercise } from '#lib/contract/exercise.ts'
import { env } from '#lib/env.ts'
import { findOrMeasure } from '../baselines/find-or-measure.ts'
import { catalogueRoot, installationSecret } from './installation.ts'

const BAD_USAGE = 2

interface Options {
  all: boolean
  /** Measured although it is stored. */
  again: boolean
  json: boolean
}

/**
 * What classical models reach on this installation's hidden rows: of one exercise, of all exercises on one dataset, or of
 * all. Measured once for a dataset version, metric and number of training rows.
 * @returns the exit code
 */
export async function baselinesCommand(name: string | undefined, { all, again, json }: Options): Promise<number> {
  if (!name && !all) {
    console.error('gradus: name an exercise or a dataset, or say --all.')
    return BAD_USAGE
  }
  const isModel = (exercise: Exercise): exercise is ModelExercise => exercise.kind === 'model'
  const exercises = (await listExercises(catalogueRoot)).filter(isModel)
  const chosen = all ? exercises : exercises.filter(({ slug, dataset }) => slug === name || dataset === name)
  if (chosen.length === 0) {
    console.error(`gradus: no model exercise and no dataset of one is called "${name}".`)
    return BAD_USAGE
  }
  const { GRADUS_DATA } = env()
  const place = { root: catalogueRoot, store: openBlobStore(GRADUS_DATA), secret: installationSecret() }
  const measured: object[] = []
  const done = new Set<string>()
  for (const exercise of chosen) {
    const frozen = await freezeExercise({ ...place, slug: exercise.slug })
    // Two exercises on the same rows share their baselines: measured again once.
    const key = hashOfJson(baselineKeyOf(frozen))
    const baselines = await findOrMeasure(GRADUS_DATA, frozen, { again: again && !done.has(key) })
    done.add(key)
    if (!baselines) continue
    measured.push({ exercise: exercise.slug, dataset: exercise.dataset, ...baselines })
    if (!json) print(exercise, baselines)
  }
  if (json) console.log(JSON.stringify(measured))
  return 0
}

function print({ slug, dataset, metric, passBar, fullBar }: ModelExercise, { key, models }: Baselines): void {
  console.log(`\n${slug} (${dataset}, ${key.trainRows} training rows)`)
  console.log(`  ${metric.padEnd(22)}${'public'.padStart(9)}${'private'.padStart(9)}`)
  for (const { name, encoding, fittedRows, ...scores } of models) {
    const how = [encoding, fittedRows < key.trainRows && `trained on ${fittedRows} rows`].filter(Boolean).join(', ')
    console.log(`  ${name.padEnd(22)}${text(scores.public)}${text(scores.private)}  ${how}`.trimEnd())
  }
  for (const [bar, value] of [
    ['pass bar', passBar],
    ['full bar', fullBar],
  ] as const)
    console.log(`  ${bar.padEnd(22)}${text(value).padStart(18)}`)
}

const text = (score: number): string => score.toFixed(4).padStart(9)
