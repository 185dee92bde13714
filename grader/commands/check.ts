import { writeFile } from 'node:fs/promises'
import { openBlobStore } from '#lib/catalogue/blob-store.ts'
import { type CheckedExercise, type CheckRow, checkExercise } from '#lib/catalogue/check-exercise.ts'
import { sha256 } from '#lib/catalogue/keyed-hash.ts'
import { listExercises } from '#lib/catalogue/list-exercises.ts'
import { loadBundle } from '#lib/catalogue/load-bundle.ts'
import { readAuthorFiles } from '#lib/catalogue/read-author-files.ts'
import { AuthorError } from '#lib/catalogue/read-definition.ts'
import { readExercise } from '#lib/catalogue/read-exercise.ts'
import { type CheckSummary, summariseChecks } from '#lib/catalogue/summarise-checks.ts'
import type { Exercise } from '#lib/contract/exercise.ts'
import { env } from '#lib/env.ts'
import type { Box } from '../box/box.ts'
import { gradeSolution } from '../grade.ts'
import type { Trainer } from '../trainer/trainer.ts'
import { openBoxes, startDefaultTrainer } from './engine.ts'
import { catalogueRoot, installationSecret } from './installation.ts'
import { printCheckTable } from './print-check-table.ts'

const FAILED = 1
const BAD_USAGE = 2

interface Options {
  all: boolean
  /** Over so many installations' hidden rows. */
  secrets: number
  /** File for the summaries. */
  json?: string
}

interface Engine {
  box: Box
  trainer: Trainer
}

/** @returns the exit code: 0 when every exercise holds what it promises */
export async function checkCommand(slug: string | undefined, { all, secrets, json }: Options): Promise<number> {
  if (!slug && !all) {
    console.error('gradus: name an exercise, or say --all.')
    return BAD_USAGE
  }
  const box = await openBoxes()
  const trainer = await startDefaultTrainer()
  try {
    const exercises = slug ? [await readExercise(catalogueRoot, slug)] : await listExercises(catalogueRoot)
    const summaries: CheckSummary[] = []
    for (const [i, exercise] of exercises.entries()) {
      console.log(`\n${exercise.slug}${all ? ` (${i + 1} of ${exercises.length})` : ''}`)
      summaries.push(await checkOverInstallations(exercise, secrets, { box, trainer }))
      // Written each time: an hour of checking is not lost to the last exercise.
      if (json) await writeFile(json, `${JSON.stringify(summaries, null, 2)}\n`)
    }
    if (secrets > 1 || all) printCheckTable(summaries)
    const failed = summaries.reduce((sum, { failures }) => sum + failures.length, 0)
    console.log(failed === 0 ? '\nEverything holds.' : `\n${failed} failed.`)
    return failed === 0 ? 0 : FAILED
  } catch (error) {
    if (!(error instanceof AuthorError)) throw error
    for (const finding of error.findings) console.error(finding)
    return FAILED
  } finally {
    await trainer.stop()
  }
}

async function checkOverInstallations(exercise: Exercise, secrets: number, engine: Engine): Promise<CheckSummary> {
  const checked: CheckedExercise[] = []
  for (let installation = 1; installation <= secrets; installation++) {
    if (secrets > 1) console.log(`  installation ${installation} of ${secrets}`)
    const one = await checkOne(exercise.slug, installation, engine)
    for (const row of one.rows) printRow(row)
    checked.push(one)
  }
  const summary = summariseChecks(exercise, checked)
  for (const { installation, row } of summary.failures) if (installation === null) printRow(row)
  return summary
}

async function checkOne(slug: string, installation: number, { box, trainer }: Engine): Promise<CheckedExercise> {
  const own = installationSecret()
  // The first is this installation; the others stand for everybody else's hidden rows.
  const secret = installation === 1 ? own : sha256(`${own}:${installation - 1}`)
  const bundle = await loadBundle({ root: catalogueRoot, store: openBlobStore(env().GRADUS_DATA), secret, slug })
  const files = await readAuthorFiles(catalogueRoot, slug)
  const grade = async (source: string) => {
    const { report } = await gradeSolution({
      bundle,
      source,
      box,
      trainer: async () => trainer,
      now: () => new Date(),
      onEvent: () => {},
    })
    return report
  }
  return checkExercise({ bundle, files, grade })
}

const MARK: Record<CheckRow['outcome'], string> = { ok: '✓', failed: '✗', note: '·' }
const printRow = ({ outcome, what, measured }: CheckRow) => console.log(`  ${MARK[outcome]} ${what}: ${measured}`)
