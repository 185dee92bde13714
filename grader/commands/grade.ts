import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { openBlobStore } from '#lib/catalogue/blob-store.ts'
import { sha256 } from '#lib/catalogue/keyed-hash.ts'
import { loadBundle } from '#lib/catalogue/load-bundle.ts'
import { env } from '#lib/env.ts'
import { ModelError } from '#lib/keras/model-error.ts'
import { modelOfRun } from '#lib/keras/saved-model.ts'
import { type Graded, gradeSolution } from '../grade.ts'
import { plainTfjs, writeModel } from '../model-files.ts'
import type { Trainer } from '../trainer/trainer.ts'
import { openBoxes, startDefaultTrainer } from './engine.ts'
import { catalogueRoot, installationSecret } from './installation.ts'
import { progressPrinter } from './print-progress.ts'
import { printReport } from './print-report.ts'

/** The file was graded; the model that was asked for is not there. */
const NOT_SAVED = 1
const BAD_USAGE = 2

interface Options {
  json: boolean
  /** Where the trained model goes, by its ending. */
  saveModel?: string
}

/** @returns the exit code: 0 when the file was graded, whatever the verdict */
export async function gradeCommand(slug: string, file: string, { json, saveModel }: Options): Promise<number> {
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
    const graded = await gradeSolution({
      bundle,
      source,
      box,
      trainer: () => starting ?? startDefaultTrainer(),
      now: () => new Date(),
      onEvent: json ? () => {} : progressPrinter(),
    })
    if (json) console.log(JSON.stringify(graded.report))
    else printReport(graded.report, bundle.exercise, sha256(source))
    return saveModel === undefined || (await saveTrained(graded, saveModel)) ? 0 : NOT_SAVED
  } finally {
    await starting?.then((trainer: Trainer) => trainer.stop()).catch(() => {})
  }
}

/** False, with the reason on standard error, where there is nothing to save or Keras has no such layer. */
async function saveTrained({ report, weights, alongside }: Graded, path: string): Promise<boolean> {
  const topology = alongside.find((bytes) => sha256(bytes) === report.provenance.topologyHash)
  if (!weights || !topology) {
    console.error(`gradus: there is no trained model to save as ${path}.`)
    return false
  }
  try {
    const floats = new Float32Array(new Uint8Array(weights).buffer)
    await writeModel(await modelOfRun(plainTfjs(), new TextDecoder().decode(topology), floats), path, new Date())
    console.error(`The trained model is in ${path}.`)
    return true
  } catch (error) {
    if (!(error instanceof ModelError)) throw error
    console.error(`gradus: the model is not saved. ${error.message}`)
    return false
  }
}
