import { existsSync } from 'node:fs'
import { ModelError } from '#lib/keras/model-error.ts'
import { formatOf, plainTfjs, readModel, writeModel } from '../model-files.ts'

const FAILED = 1
const BAD_USAGE = 2

/** Converts a model between Keras and TensorFlow.js, by the endings of the two paths. @returns the exit code */
export async function convertCommand(from: string, to: string): Promise<number> {
  if (!existsSync(from)) {
    console.error(`gradus: there is no file or folder "${from}".`)
    return BAD_USAGE
  }
  if (formatOf(from) === formatOf(to)) {
    console.error('gradus: one of the two should be a .keras file, the other a folder or a model.json.')
    return BAD_USAGE
  }
  try {
    const model = await readModel(plainTfjs(), from)
    await writeModel(model, to, new Date())
    const parameters = model.values.reduce((sum, { length }) => sum + length, 0)
    console.log(`${to}: ${model.layers.size} layers, ${parameters.toLocaleString('en')} weights`)
    return 0
  } catch (error) {
    if (!(error instanceof ModelError)) throw error
    console.error(`gradus: ${from} is not converted. ${error.message}`)
    return FAILED
  }
}
