import * as tf from '@tensorflow/tfjs'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { seededRandom } from '../training/seeded-random.ts'
import { readHdf5, writeHdf5 } from './hdf5.ts'
import { readKerasFile, writeKerasFile } from './keras-file.ts'
import { ModelError } from './model-error.ts'
import { modelOfRun, type SavedModel } from './saved-model.ts'
import { readTfjsFiles, writeTfjsFiles } from './tfjs-files.ts'

const NOW = new Date('2026-11-23T04:00:00Z')
const L = tf.layers
const text = (model: tf.LayersModel) => JSON.stringify(model.toJSON(null, false))

function network(): tf.LayersModel {
  const inputs = tf.input({ shape: [6, 3] })
  const lstm = L.lstm({ units: 4, returnSequences: true }).apply(inputs)
  const both = L.bidirectional({ layer: L.gru({ units: 3 }) as tf.RNN, mergeMode: 'concat' }).apply(lstm)
  const normal = L.batchNormalization().apply(L.dense({ units: 4 }).apply(both))
  return tf.model({ inputs, outputs: L.dense({ units: 2, activation: 'softmax' }).apply(normal) as tf.SymbolicTensor })
}

async function saved(model: tf.LayersModel): Promise<SavedModel> {
  const weights = model.getWeights().flatMap((weight) => [...weight.dataSync()])
  return modelOfRun(tf, text(model), Float32Array.from(weights))
}

async function answerOf(model: tf.LayersModel): Promise<number[]> {
  const x = tf.tensor(
    Array.from({ length: 36 }, (_, i) => Math.sin(i)),
    [2, 6, 3],
  )
  return [...(model.predict(x) as tf.Tensor).dataSync()]
}

async function loaded({ topology, values, weights }: SavedModel): Promise<tf.LayersModel> {
  const model = await tf.models.modelFromJSON(topology as unknown as Parameters<typeof tf.models.modelFromJSON>[0])
  model.setWeights(weights.map(({ shape }, i) => tf.tensor(values[i] as Float32Array, shape)))
  return model
}

const expectClose = (actual: number[], expected: number[]) => {
  expect(actual.length).toBe(expected.length)
  actual.forEach((value, i) => {
    expect(value).toBeCloseTo(expected[i] as number, 6)
  })
}

/** The file's parts, with some of them replaced. */
const repacked = (file: Uint8Array, parts: Record<string, Uint8Array | string | null>): Uint8Array => {
  const all: Record<string, Uint8Array> = unzipSync(file)
  for (const [name, content] of Object.entries(parts)) {
    if (content === null) delete all[name]
    else all[name] = typeof content === 'string' ? strToU8(content) : content
  }
  return zipSync(all)
}

describe('the files of TensorFlow.js', () => {
  it('are what tf.loadLayersModel reads', async () => {
    const model = network()
    const { 'model.json': json, 'weights.bin': weights } = writeTfjsFiles(await saved(model))
    const { modelTopology, weightsManifest } = JSON.parse(new TextDecoder().decode(json)) as tf.io.ModelJSON
    const weightSpecs = weightsManifest.flatMap((group) => group.weights)
    const weightData = new Uint8Array(weights as Uint8Array).buffer
    const again = await tf.loadLayersModel(tf.io.fromMemory({ modelTopology, weightSpecs, weightData }))
    expectClose(await answerOf(again), await answerOf(model))
  })

  it('come back, also those that model.save wrote', async () => {
    const model = network()
    const files = writeTfjsFiles(await saved(model))
    const read = async (name: string) => files[name] as Uint8Array
    expectClose(
      await answerOf(await loaded(await readTfjsFiles(tf, strFromU8(files['model.json'] as Uint8Array), read))),
      await answerOf(model),
    )

    let kept: tf.io.ModelArtifacts = {}
    await model.save(
      tf.io.withSaveHandler(async (artefacts) => {
        kept = artefacts
        return { modelArtifactsInfo: { dateSaved: NOW, modelTopologyType: 'JSON' } }
      }),
    )
    const json = JSON.stringify({
      modelTopology: kept.modelTopology,
      weightsManifest: [{ paths: ['a.bin'], weights: kept.weightSpecs }],
    })
    const own = await readTfjsFiles(tf, json, async () => new Uint8Array(kept.weightData as ArrayBuffer))
    expectClose(await answerOf(await loaded(own)), await answerOf(model))
  })

  it.each([
    ['a path out of the folder', { paths: ['../secret.bin'] }, 'not the name of a file beside model.json'],
    ['weights of another shape', { weights: [] }, 'It has no weight "dense'],
    ['a file that is too short', {}, 'ends before'],
  ])('refuses %s', async (_, over, said) => {
    const model = tf.sequential({ layers: [L.dense({ units: 2, inputShape: [3] })] })
    const json = JSON.parse(strFromU8(writeTfjsFiles(await saved(model))['model.json'] as Uint8Array))
    Object.assign(json.weightsManifest[0], over)
    await expect(readTfjsFiles(tf, JSON.stringify(json), async () => new Uint8Array(4))).rejects.toThrow(said)
  })
})

describe('a file of Keras', () => {
  it('comes back with the same layers and the same answers', async () => {
    const model = network()
    const again = await loaded(await readKerasFile(tf, await writeKerasFile(await saved(model), NOW)))
    expect(again.layers.map(({ name }) => name)).toEqual(model.layers.map(({ name }) => name))
    expectClose(await answerOf(again), await answerOf(model))
  })

  const refused: [string, () => tf.LayersModel, string][] = [
    [
      'a layer that Keras computes differently',
      () => tf.sequential({ layers: [L.resizing({ height: 4, width: 4, inputShape: [8, 8, 1] }), L.flatten()] }),
      'Layer "resizing',
    ],
    [
      'bilinear enlarging',
      () => tf.sequential({ layers: [L.upSampling2d({ interpolation: 'bilinear', inputShape: [8, 8, 1] })] }),
      'has interpolation "bilinear"',
    ],
    [
      'a hard sigmoid of a cell’s state',
      () => tf.sequential({ layers: [L.lstm({ units: 2, activation: 'hardSigmoid', inputShape: [3, 1] })] }),
      'has activation hard_sigmoid, which is another function in Keras',
    ],
    [
      'a recurrent layer made of cells',
      () => tf.sequential({ layers: [L.rnn({ cell: L.lstmCell({ units: 2 }), inputShape: [3, 1] })] }),
      '(RNN) cannot be taken to Keras',
    ],
    [
      'masked steps of a bidirectional layer',
      () =>
        tf.sequential({
          layers: [
            L.embedding({ inputDim: 5, outputDim: 2, maskZero: true, inputLength: 4 }),
            L.bidirectional({ layer: L.lstm({ units: 2, returnSequences: true }) as tf.RNN, mergeMode: 'concat' }),
          ],
        }),
      'returns sequences of masked steps',
    ],
  ]
  it.each(refused)('refuses %s', async (_, build, said) => {
    await expect(saved(build()).then((model) => writeKerasFile(model, NOW))).rejects.toThrow(said)
  })

  it('refuses weights that are not the model’s', async () => {
    const model = tf.sequential({ layers: [L.dense({ units: 2, inputShape: [3] })] })
    await expect(modelOfRun(tf, text(model), new Float32Array(7))).rejects.toThrow('8 weights, and 7 were kept')
  })
})

describe('a file of Keras from somebody else', () => {
  const small = () => tf.sequential({ layers: [L.dense({ name: 'd', units: 2, inputShape: [3] })] })
  const file = async () => writeKerasFile(await saved(small()), NOW)
  const configOf = (bytes: Uint8Array) => JSON.parse(strFromU8(unzipSync(bytes)['config.json'] as Uint8Array))
  /** The file, with something done to its configuration. */
  const altered = async (change: (config: ReturnType<typeof configOf>) => unknown): Promise<Uint8Array> => {
    const bytes = await file()
    const config = configOf(bytes)
    return repacked(bytes, { 'config.json': JSON.stringify(change(config) ?? config) })
  }
  const dense = (change: (layer: Record<string, never> & { config: Record<string, unknown> }) => void) =>
    altered((config) => void change(config.config.layers[1]))
  const deep = (levels: number) => `${'['.repeat(levels)}${']'.repeat(levels)}`
  const call = (from: string) => [
    { args: [{ class_name: '__keras_tensor__', config: { keras_history: [from, 0, 0] } }], kwargs: {} },
  ]
  const inGraph = (name: string, from: string) => ({
    module: 'keras.layers',
    class_name: 'Dense',
    name,
    config: { name, units: 1 },
    inbound_nodes: call(from),
  })

  const hostile: [string, () => Promise<Uint8Array>, string][] = [
    ['what is no archive', async () => strToU8('not a zip'), 'not an archive'],
    ['half a file', async () => (await file()).slice(0, 2000), 'not an archive'],
    ['no configuration', async () => repacked(await file(), { 'config.json': null }), 'no config.json'],
    ['no weights', async () => repacked(await file(), { 'model.weights.h5': null }), 'no model.weights.h5'],
    ['no JSON', async () => repacked(await file(), { 'config.json': '{' }), 'JSON cannot be read'],
    ['deep JSON', async () => repacked(await file(), { 'config.json': deep(100_000) }), 'nested deeper'],
    ['a configuration of something else', async () => repacked(await file(), { 'config.json': '{}' }), 'not that of'],
    [
      'a configuration that unpacks to a great deal',
      async () => repacked(await file(), { 'config.json': ' '.repeat(9_000_000) }),
      'unpacks to 9000000 bytes',
    ],
    [
      'weights that are no HDF5',
      async () => repacked(await file(), { 'model.weights.h5': 'nothing of the kind' }),
      'HDF5 file is damaged',
    ],
    ['code of Python', () => dense((layer) => Object.assign(layer, { class_name: 'Lambda' })), 'Layer "d" (Lambda)'],
    [
      'a layer of their own',
      () => dense((layer) => Object.assign(layer, { module: 'theirs', class_name: 'Dense' })),
      'Layer "d" (Dense) is not one of the layers of Keras',
    ],
    [
      'a class of JavaScript',
      () => dense((layer) => Object.assign(layer, { class_name: 'constructor' })),
      'Layer "d" (constructor) is not a layer that TensorFlow.js has',
    ],
    [
      'a setting that TensorFlow.js lacks',
      () => dense((layer) => Object.assign(layer.config, { lora_rank: 4 })),
      'Layer "d" (Dense) has lora_rank 4',
    ],
    [
      'half precision',
      () => dense((layer) => Object.assign(layer.config, { dtype: 'mixed_float16' })),
      'computes in other numbers',
    ],
    ['a billion units', () => dense((layer) => Object.assign(layer.config, { units: 1e9 })), 'at most 16384'],
    [
      'a matrix that is too large',
      () =>
        altered((config) => {
          config.config.layers[0].config.batch_shape = [null, 1_000_000]
          config.config.layers[1].config.units = 10_000
        }),
      'more than 5,000,000 parameters',
    ],
    [
      'weights of another shape',
      () => dense((layer) => Object.assign(layer.config, { units: 3 })),
      'layers/dense/vars/0 as <f of shape [3,2], not float32 of [3,3]',
    ],
    [
      'a graph that waits for itself',
      () =>
        altered(() => ({
          class_name: 'Functional',
          config: { name: 'm', layers: [inGraph('a', 'b'), inGraph('b', 'a')], input_layers: [], output_layers: [] },
        })),
      'waits for an input that never comes',
    ],
  ]
  it.each(hostile)('is refused for %s', async (_, make, said) => {
    await expect(readKerasFile(tf, await make())).rejects.toThrow(said)
  })

  it('is read or refused, whichever bytes are changed', async () => {
    const random = seededRandom(7)
    const blocks = [0, 1].map((i) => ({
      path: `layers/dense/vars/${i}`,
      shape: [3, i + 1],
      values: new Float32Array(3 + 3 * i),
    }))
    const whole = await writeHdf5(blocks)
    for (let i = 0; i < 200; i++) {
      const changed = whole.slice()
      for (let k = 0; k < 4; k++) changed[Math.floor(random() * changed.length)] = Math.floor(random() * 256)
      const outcome = await readHdf5(changed, blocks).catch((error: unknown) => error)
      if (!(outcome instanceof ModelError)) expect(outcome).toMatchObject([{ length: 3 }, { length: 6 }])
    }
    expect(await readHdf5(whole, blocks)).toEqual(blocks.map(({ values }) => values))
  })

  it('is refused at whatever byte it ends', async () => {
    const whole = unzipSync(await file())
    const weights = whole['model.weights.h5'] as Uint8Array
    for (const share of [0.1, 0.3, 0.5, 0.7, 0.9]) {
      const cut = repacked(await file(), { 'model.weights.h5': weights.slice(0, Math.floor(weights.length * share)) })
      await expect(readKerasFile(tf, cut)).rejects.toThrow(/damaged|lack|no numbers/)
    }
  })
})
