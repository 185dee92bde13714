import { z } from 'zod'
import { bytesOf, sizeOf } from '../contract/rows.ts'
import type { Tf } from '../training/tf.ts'
import { drawBlueprint } from './blueprint.ts'
import { cleanTopology, parseModelJson } from './clean-topology.ts'
import { ModelError } from './model-error.ts'
import type { SavedModel } from './saved-model.ts'

/** The one file of weights that we write beside model.json. */
const WEIGHTS = 'weights.bin'

/**
 * The model as `tf.loadLayersModel` reads it: model.json and the weights that it names, by their file names.
 * @throws ModelError when two weights have one name, which it does not read
 */
export function writeTfjsFiles({ topology, weights, values }: SavedModel): Record<string, Uint8Array> {
  refuseDoubles(weights.map(({ name }) => name))
  const manifest = {
    format: 'layers-model',
    generatedBy: 'Gradus',
    convertedBy: null,
    modelTopology: topology,
    weightsManifest: [
      { paths: [WEIGHTS], weights: weights.map(({ name, shape }) => ({ name, shape, dtype: 'float32' })) },
    ],
  }
  const bytes = new Uint8Array(values.reduce((sum, { byteLength }) => sum + byteLength, 0))
  let at = 0
  for (const data of values) {
    bytes.set(bytesOf({ shape: [data.length], data }), at)
    at += data.byteLength
  }
  return { 'model.json': new TextEncoder().encode(JSON.stringify(manifest)), [WEIGHTS]: bytes }
}

const Manifest = z.object({
  modelTopology: z.union([
    z.object({ model_config: z.unknown() }).transform((whole) => whole.model_config),
    z.unknown(),
  ]),
  weightsManifest: z.array(
    z.object({
      paths: z.array(z.string()),
      weights: z.array(
        z.object({
          name: z.string(),
          shape: z.array(z.number().int().nonnegative()),
          dtype: z.string(),
          quantization: z.unknown().optional(),
        }),
      ),
    }),
  ),
})

/**
 * Reads a model that `model.save` or `tensorflowjs_converter` wrote, which may be anybody's.
 * @param modelJson the text of model.json
 * @param read gives a file that it names, by the name alone: never a path out of the folder
 * @throws ModelError
 */
export async function readTfjsFiles(
  tf: Tf,
  modelJson: string,
  read: (file: string) => Promise<Uint8Array>,
): Promise<SavedModel> {
  const manifest = Manifest.safeParse(parseModelJson(modelJson))
  if (!manifest.success) throw new ModelError('It is not the model.json of a layers model.')
  const { modelTopology, weightsManifest } = manifest.data
  const blueprint = await drawBlueprint(tf, cleanTopology(modelTopology))
  refuseDoubles(blueprint.weights.map(({ name }) => name))
  const blocks = new Map<string, Float32Array>()
  for (const { paths, weights } of weightsManifest) {
    const group = await joined(paths, read)
    let at = 0
    for (const { name, shape, dtype, quantization } of weights) {
      if (dtype !== 'float32' || quantization)
        throw new ModelError(`Weight "${name.slice(0, 80)}" is not plain float32.`)
      const end = at + sizeOf(shape) * 4
      if (end > group.byteLength) throw new ModelError(`The file of weights ends before "${name.slice(0, 80)}".`)
      blocks.set(`${name} ${shape}`, new Float32Array(group.slice(at, end).buffer))
      at = end
    }
  }
  const values = blueprint.weights.map(({ name, shape }) => {
    const block = blocks.get(`${name} ${shape}`)
    if (!block) throw new ModelError(`It has no weight "${name}" of shape [${shape}].`)
    return block
  })
  return { ...blueprint, values }
}

function refuseDoubles(names: readonly string[]): void {
  const double = names.find((name, i) => names.indexOf(name) !== i)
  if (double !== undefined)
    throw new ModelError(
      `Two weights are named "${double}", which TensorFlow.js cannot load. Give the layers names of their own.`,
    )
}

async function joined(paths: string[], read: (file: string) => Promise<Uint8Array>): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  for (const path of paths) {
    if (!/^[\w.-]+$/.test(path) || path.startsWith('.'))
      throw new ModelError(`"${path.slice(0, 80)}" is not the name of a file beside model.json.`)
    parts.push(await read(path))
  }
  const bytes = new Uint8Array(parts.reduce((sum, { byteLength }) => sum + byteLength, 0))
  let at = 0
  for (const part of parts) {
    bytes.set(part, at)
    at += part.byteLength
  }
  return bytes
}
