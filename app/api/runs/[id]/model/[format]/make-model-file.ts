import { zipSync } from 'fflate'
import type { ModelFormat } from '#lib/contract/model-file.ts'
import { writeKerasFile } from '#lib/keras/keras-file.ts'
import { modelOfRun } from '#lib/keras/saved-model.ts'
import { writeTfjsFiles } from '#lib/keras/tfjs-files.ts'
import type { RunModel } from '#lib/usecases/read-run-model.ts'

type Kept = Extract<RunModel, { state: 'kept' }>

/**
 * The bytes of the file that a run's model is downloaded as.
 * @throws ModelError that names the layer which Keras does not have
 */
export async function makeModelFile({ topology, weights }: Kept, format: ModelFormat, now: Date): Promise<Uint8Array> {
  // For the shapes of the weights alone, when somebody asks: a page has no use for it.
  const tf = await import('@tensorflow/tfjs')
  // It would recommend a faster library.
  tf.enableProdMode()
  const model = await modelOfRun(tf, topology, weights)
  return format === 'keras' ? writeKerasFile(model, now) : zipSync(writeTfjsFiles(model), { level: 0, mtime: now })
}
