import { mkdir, readFile, stat, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { readKerasFile, writeKerasFile } from '#lib/keras/keras-file.ts'
import { ModelError } from '#lib/keras/model-error.ts'
import type { SavedModel } from '#lib/keras/saved-model.ts'
import { readTfjsFiles, writeTfjsFiles } from '#lib/keras/tfjs-files.ts'
import type { Tf } from '#lib/training/tf.ts'

const MODEL_JSON = 'model.json'
/** Of one file that is read; five million parameters with an optimiser's moments are 60 MB. */
const MAX_BYTES = 256_000_000

/** TensorFlow.js without a native library: a model that is only converted computes nothing. */
export function plainTfjs(): Tf {
  const tf = createRequire(import.meta.url)('@tensorflow/tfjs') as Tf
  // It would recommend a faster one.
  tf.enableProdMode()
  return tf
}

/** What a path of a model stands for, by its ending: a file of Keras, or a folder with a model.json. */
export const formatOf = (path: string): 'keras' | 'tfjs' => (path.endsWith('.keras') ? 'keras' : 'tfjs')

const folderOf = (path: string): string => (basename(path) === MODEL_JSON ? dirname(path) : path)

/** @throws ModelError for what isn't there, cannot be read, or has no counterpart in TensorFlow.js */
export async function readModel(tf: Tf, path: string): Promise<SavedModel> {
  if (formatOf(path) === 'keras') return readKerasFile(tf, await readBounded(path))
  const folder = folderOf(path)
  const text = new TextDecoder().decode(await readBounded(join(folder, MODEL_JSON)))
  return readTfjsFiles(tf, text, (name) => readBounded(join(folder, name)))
}

/** @throws ModelError for what has no counterpart in Keras */
export async function writeModel(model: SavedModel, path: string, now: Date): Promise<void> {
  if (formatOf(path) === 'keras') return writeFile(path, await writeKerasFile(model, now))
  const folder = folderOf(path)
  await mkdir(folder, { recursive: true })
  for (const [name, bytes] of Object.entries(writeTfjsFiles(model))) await writeFile(join(folder, name), bytes)
}

async function readBounded(path: string): Promise<Uint8Array> {
  const found = await stat(path).catch(() => null)
  if (!found?.isFile()) throw new ModelError(`There is no file "${path}".`)
  if (found.size > MAX_BYTES) throw new ModelError(`"${path}" has ${found.size} bytes; at most ${MAX_BYTES} are read.`)
  return readFile(path)
}
