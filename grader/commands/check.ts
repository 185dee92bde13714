import { openBlobStore } from '#lib/catalogue/blob-store.ts'
import { type CheckRow, checkExercise } from '#lib/catalogue/check-exercise.ts'
import { sha256 } from '#lib/catalogue/keyed-hash.ts'
import { listExercises } from '#lib/catalogue/list-exercises.ts'
import { loadBundle } from '#lib/catalogue/load-bundle.ts'
import { readAuthorFiles } from '#lib/catalogue/read-author-files.ts'
import { AuthorError } from '#lib/catalogue/read-definition.ts'
import { env } from '#lib/env.ts'
import type { Box } from '../box/box.ts'
import { gradeSolution } from '../grade.ts'
import type { Trainer } from '../trainer/trainer.ts'
import { openBoxes, startDefaultTrainer } from './engine.ts'
import { catalogueRoot, installationSecret } from './installation.ts'

const FAILED = 1
const BAD_USAGE = 2

/** @returns the exit code: 0 when every exercise holds what it promises */
export async function checkCommand(
  slug: string | undefined,
  { all, secrets }: { all: boolean; secrets: number },
): Promise<number> {
  if (!slug && !all) {
    console.error('gradus: name an exercise, or say --all.')
    return BAD_USAGE
  }
  const box = await openBoxes()
  const trainer = await startDefaultTrainer()
  try {
    const slugs = slug ? [slug] : (await listExercises(catalogueRoot)).map((exercise) => exercise.slug)
    let failed = 0
    for (const each of slugs)
      for (let installation = 0; installation < secrets; installation++)
        failed += await checkOne(each, installation, { box, trainer })
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

async function checkOne(
  slug: string,
  installation: number,
  { box, trainer }: { box: Box; trainer: Trainer },
): Promise<number> {
  const own = installationSecret()
  // The first is this installation; the others stand for everybody else's hidden rows.
  const secret = installation === 0 ? own : sha256(`${own}:${installation}`)
  const bundle = await loadBundle({ root: catalogueRoot, store: openBlobStore(env().GRADUS_DATA), secret, slug })
  const files = await readAuthorFiles(catalogueRoot, slug)
  console.log(`\n${slug}${installation === 0 ? '' : ` (installation ${installation + 1})`}`)
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
  const rows = await checkExercise({ bundle, files, grade })
  for (const row of rows) console.log(`  ${MARK[row.outcome]} ${row.what}: ${row.measured}`)
  return rows.filter(({ outcome }) => outcome === 'failed').length
}

const MARK: Record<CheckRow['outcome'], string> = { ok: '✓', failed: '✗', note: '·' }
