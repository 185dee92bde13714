import { strFromU8, strToU8, zipSync } from 'fflate'
import type { Tf } from '../training/tf.ts'
import { drawBlueprint } from './blueprint.ts'
import { cleanTopology, parseModelJson } from './clean-topology.ts'
import { fromKerasConfig } from './from-keras.ts'
import { FROM_KERAS, scaleForHardSigmoid, TO_KERAS } from './hard-sigmoid.ts'
import { readHdf5, writeHdf5 } from './hdf5.ts'
import { keptWeights } from './kept-weights.ts'
import { ModelError } from './model-error.ts'
import type { SavedModel } from './saved-model.ts'
import { toKerasConfig } from './to-keras.ts'
import { unzipSome } from './unzip.ts'

const CONFIG = 'config.json'
const METADATA = 'metadata.json'
const WEIGHTS = 'model.weights.h5'

/** The release of Keras whose format this is. */
const KERAS_VERSION = '3.15.1'

/**
 * The model as a `.keras` file, for `keras.models.load_model`.
 * @throws ModelError that names the layer which Keras does not have
 */
export async function writeKerasFile(model: SavedModel, now: Date): Promise<Uint8Array> {
  const config = toKerasConfig(model)
  const blocks = keptWeights(model).map(({ path, index, row, config: layer }) => {
    const block = { shape: model.weights[index]?.shape ?? [], values: model.values[index] ?? new Float32Array() }
    return { path, shape: block.shape, values: scaleForHardSigmoid(row, layer, block, TO_KERAS) }
  })
  const metadata = { keras_version: KERAS_VERSION, date_saved: now.toISOString().slice(0, 19).replace('T', '@') }
  return zipSync(
    {
      [METADATA]: strToU8(JSON.stringify(metadata)),
      [CONFIG]: strToU8(JSON.stringify(config)),
      // Weights don't shrink, and Keras reads them in place.
      [WEIGHTS]: [await writeHdf5(blocks), { level: 0 }],
    },
    { mtime: now },
  )
}

/** What a file may hold unpacked; five million parameters with an optimiser's two moments are 60 MB. */
const LIMITS = { [CONFIG]: 8_000_000, [WEIGHTS]: 256_000_000 }

/**
 * Reads a `.keras` file, which may be anybody's.
 * @throws ModelError that names what is wrong with it, or the layer which TensorFlow.js does not have
 */
export async function readKerasFile(tf: Tf, bytes: Uint8Array): Promise<SavedModel> {
  const { [CONFIG]: config, [WEIGHTS]: weights } = unzipSome(bytes, LIMITS)
  if (!config) throw new ModelError(`It has no ${CONFIG}: it is not a model of Keras 3.`)
  if (!weights) throw new ModelError(`It has no ${WEIGHTS}: its weights are missing.`)
  const topology = cleanTopology(fromKerasConfig(parseModelJson(strFromU8(config))))
  const blueprint = await drawBlueprint(tf, topology)
  const kept = keptWeights(blueprint)
  const read = await readHdf5(
    weights,
    kept.map(({ path, index }) => ({ path, shape: blueprint.weights[index]?.shape ?? [] })),
  )
  const values: Float32Array[] = blueprint.weights.map(() => new Float32Array())
  kept.forEach(({ index, row, config: layer }, i) => {
    const block = { shape: blueprint.weights[index]?.shape ?? [], values: read[i] ?? new Float32Array() }
    values[index] = scaleForHardSigmoid(row, layer, block, FROM_KERAS)
  })
  return { ...blueprint, values }
}
