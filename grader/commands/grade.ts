import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { openBlobStore } from '#lib/catalogue/blob-store.ts'
import { sha256 } from '#lib/catalogue/keyed-hash.ts'
import { loadBundle } from '#lib/catalogue/load-bundle.ts'
import { env } from '#lib/env.ts'
import { gradeSolution } from '../grade.ts'
import type { Trainer } from '../trainer/trainer.ts'
import { openBoxes, startDefaultTrainer } from './engine.ts'
import { catalogueRoot, installationSecret } from './installation.ts'
import { progressPrinter } from './print-progress.ts'
import { printReport } from './print-report.ts'

const BAD_USAGE = 2

/** @returns the exit code: 0 when the file was graded, whatever the verdict */
export async function gradeCommand(slug: string, file: string, { json }: { json: boolean }): Promise<number> {
  if (!existsSync(`${catalogueRoot}/exercises/${slug}/exercise.yaml`)) {
    console.error(`gradus: there is no exercise "${slug}". The folders of exercises/ are their names.`)
    return BAD_USAGE
  }
  if (!existsSync(file)) {
    console.error(`gradus: there is no file "${file}".`)
    return BAD_USAGE
  }
  const source = await readFile(file, 'utf8')
  const store = openBlobStore(env().GRADUS_DATA)
  const bundle = await loadBundle({ root: catalogueRoot, store, secret: installationSecret(), slug })
  const starting = bundle.exercise.kind === 'model' ? startDefaultTrainer() : null
  // Awaited where training begins; a failure before that must not go unheard.
  starting?.catch(() => {})
  try {
    const box = await openBoxes()
    const { report } = await gradeSolution({
      bundle,
      source,
      box,
      trainer: () => starting ?? startDefaultTrainer(),
      now: () => new Date(),
      onEvent: json ? () => {} : progressPrinter(),
    })
    if (json) console.log(JSON.stringify(report))
    else printReport(report, bundle.exercise, sha256(source))
    return 0
  } finally {
    await starting?.then((trainer: Trainer) => trainer.stop()).catch(() => {})
  }
}
