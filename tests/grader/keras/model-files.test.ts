import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type * as TF from '@tensorflow/tfjs'
import { afterAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { ensurePython } from '#deploy/local/steps/python-environment.mjs'
import { loadEngine } from '#grader/trainer/load-engine.ts'
import { readKerasFile, writeKerasFile } from '#lib/keras/keras-file.ts'
import { modelOfRun, type SavedModel } from '#lib/keras/saved-model.ts'
import { installDilatedGradient } from '#lib/training/dilated-gradient.ts'
import { seededRandom } from '#lib/training/seeded-random.ts'
import { architectures } from './architectures.ts'
import { moreArchitectures } from './more-architectures.ts'

createRequire(import.meta.url)('../../../grader/native/util-stand-in.cjs')
const tf = loadEngine()
installDilatedGradient(tf)
const NOW = new Date('2026-11-23T04:00:00Z')
const ROWS = 4

const environment = await ensurePython('keras')
const folder = await mkdtemp(join(tmpdir(), 'gradus-keras-'))
afterAll(() => rm(folder, { recursive: true, force: true }))

interface Ours {
  name: string
  file: string
  inputs: { shape: number[]; values: number[] }[]
  answer: ArrayLike<number>
}

/** Every network with weights of our own, and as a file. */
async function saveAll(): Promise<Ours[]> {
  const built = Object.entries({ ...architectures(tf), ...moreArchitectures(tf) })
  const saved: Ours[] = []
  for (const [i, [name, build]] of built.entries()) {
    const random = seededRandom(i + 1)
    const model = build()
    // Variances are positive, and biases of 0 and gammas of 1 would hide a weight in the wrong place.
    model.setWeights(
      model.getWeights().map((weight) =>
        weight.add(
          tf.tensor(
            numbers(weight.size, () => 0.1 * random()),
            weight.shape,
          ),
        ),
      ),
    )
    const embeds = model.layers.some((layer) => layer.getClassName() === 'Embedding')
    const inputs = model.inputs.map(({ shape }) => {
      const full = [ROWS, ...shape.slice(1).map(Number)]
      const size = full.reduce((a, b) => a * b, 1)
      const values = numbers(size, () => (embeds ? Math.floor(10 * random()) : 2 * random() - 1))
      // Something for a mask to hide: the last steps of all rows.
      return { shape: full, values: name === 'masked steps' ? values.map((v, k) => (k % 18 < 12 ? v : 0)) : values }
    })
    const weights = model.getWeights().flatMap((weight) => [...weight.dataSync()])
    const run = await modelOfRun(tf, JSON.stringify(model.toJSON(null, false)), Float32Array.from(weights))
    const file = `${i}.keras`
    await writeFile(join(folder, file), await writeKerasFile(run, NOW))
    saved.push({ name, file, inputs, answer: answerOf(model, inputs) })
    model.dispose()
  }
  return saved
}

const numbers = (count: number, make: () => number): number[] => Array.from({ length: count }, make)

function answerOf(model: TF.LayersModel, inputs: Ours['inputs']): ArrayLike<number> {
  const tensors = inputs.map(({ shape, values }) => tf.tensor(values, shape))
  return (model.predict(tensors.length === 1 ? (tensors[0] as TF.Tensor) : tensors) as TF.Tensor).dataSync()
}

async function loaded({ topology, weights, values }: SavedModel): Promise<TF.LayersModel> {
  const model = await tf.models.modelFromJSON(topology as Parameters<typeof tf.models.modelFromJSON>[0])
  model.setWeights(weights.map(({ shape }, i) => tf.tensor(values[i] as Float32Array, shape)))
  return model
}

const Said = z.strictObject({
  file: z.string(),
  name: z.string().optional(),
  x: z.array(z.number()).optional(),
  shape: z.array(z.number()).optional(),
  answer: z.array(z.number()).optional(),
  refused: z.string().optional(),
})
type Said = z.infer<typeof Said>

async function askKeras(): Promise<Said[]> {
  if (!environment.ok) return []
  await writeFile(join(folder, 'models.json'), JSON.stringify(ours.map(({ file, inputs }) => ({ file, inputs }))))
  const program = fileURLToPath(new URL('model_files.py', import.meta.url))
  const { stdout } = await promisify(execFile)(environment.python, [program, folder], { maxBuffer: 2 ** 28 })
  return stdout
    .split('\n')
    .filter(Boolean)
    .map((line) => Said.parse(JSON.parse(line)))
}

const ours = environment.ok ? await saveAll() : []
const said = await askKeras()
const native = said.filter(({ name }) => name !== undefined)

/** Largest difference, as a share of the largest number where that is above 1. */
function difference(actual: ArrayLike<number>, expected: ArrayLike<number>): number {
  expect(actual.length).toBe(expected.length)
  const size = Math.max(1, ...Array.from(expected, Math.abs))
  return Math.max(...Array.from(actual, (value, i) => Math.abs(value - (expected[i] as number)))) / size
}

const read = async (file: string) => readKerasFile(tf, await readFile(join(folder, file)))

const title = environment.ok ? 'a model as a file of Keras' : `Keras is not here: ${environment.reason}`

describe.skipIf(!environment.ok)(title, () => {
  it.each(ours)('$name: goes to Keras and comes back', async ({ file, inputs, answer }) => {
    const inKeras = said.find((one) => one.file === file)
    expect(inKeras?.refused).toBeUndefined()
    expect(difference(inKeras?.answer ?? [], answer)).toBeLessThan(1e-5)
    const again = await loaded(await read(file.replace('.keras', '.again.keras')))
    expect(difference(answerOf(again, inputs), answer)).toBeLessThan(1e-5)
    again.dispose()
  })

  it.each(native)('$name: comes from Keras', async ({ file, x, shape, answer }) => {
    const model = await loaded(await read(file))
    expect(difference(answerOf(model, [{ shape: shape ?? [], values: x ?? [] }]), answer ?? [])).toBeLessThan(1e-5)
    model.dispose()
  })

  it('is every network of ours', () => {
    expect(native.map(({ name }) => name).sort()).toEqual(Object.keys(architectures(tf)).sort())
  })
})
