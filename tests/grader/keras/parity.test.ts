import { execFile } from 'node:child_process'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type * as TF from '@tensorflow/tfjs'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { ensurePython } from '#deploy/local/steps/python-environment.mjs'
import { loadEngine } from '#grader/trainer/load-engine.ts'
import { speedUp } from '#grader/trainer/speed-up.ts'
import { OPTIMIZERS, type TrainingPlan } from '#lib/contract/plan.ts'
import { installDilatedGradient } from '#lib/training/dilated-gradient.ts'
import { createStepper, lossOf } from '#lib/training/gradient-step.ts'
import { architectures, setWeights } from './architectures.ts'

createRequire(import.meta.url)('../../../grader/native/util-stand-in.cjs')
const tf = loadEngine()
installDilatedGradient(tf)
const { compile } = speedUp(tf, 'convolutions')

const Numbers = z.array(z.number())
/** What architectures.py prints of one network. */
const FromKeras = z.strictObject({
  name: z.string(),
  shape: Numbers,
  x: Numbers,
  y: Numbers,
  weights: z.array(z.array(Numbers)),
  answer: Numbers,
  loss: z.number(),
  gradients: z.array(Numbers),
  after: z.partialRecord(z.enum(OPTIMIZERS), z.strictObject({ losses: Numbers, weights: z.array(z.array(Numbers)) })),
})
type FromKeras = z.infer<typeof FromKeras>

const environment = await ensurePython('keras')
const built = architectures(tf)

async function askKeras(): Promise<Map<string, FromKeras>> {
  if (!environment.ok) return new Map()
  const program = fileURLToPath(new URL('architectures.py', import.meta.url))
  const { stdout } = await promisify(execFile)(environment.python, [program], { maxBuffer: 2 ** 28 })
  const lines = stdout.split('\n').filter(Boolean)
  return new Map(lines.map((line) => FromKeras.parse(JSON.parse(line))).map((one) => [one.name, one]))
}
const keras = await askKeras()

/** Largest difference, as a share of the largest number where that is above 1. */
function difference(actual: ArrayLike<number>, expected: readonly number[]): number {
  expect(actual.length).toBe(expected.length)
  const size = Math.max(1, ...expected.map(Math.abs))
  return Math.max(...Array.from(actual, (value, i) => Math.abs(value - (expected[i] as number)))) / size
}

const plan = (optimizer: TrainingPlan['optimizer'], momentum?: number): TrainingPlan => ({
  loss: 'categoricalCrossentropy',
  optimizer,
  learningRates: [0.01],
  epochs: 1,
  batchSize: 8,
  ...(momentum === undefined ? {} : { momentum }),
})

const title = environment.ok ? 'the same network in Keras' : `Keras is not here: ${environment.reason}`

describe.skipIf(!environment.ok)(title, () => {
  it('is every network of ours', () => {
    expect([...keras.keys()].sort()).toEqual(Object.keys(built).sort())
  })

  it.each(Object.keys(built))('%s', async (name) => {
    const expected = keras.get(name)
    const build = built[name]
    if (!expected || !build) throw new Error(`Keras says nothing of ${name}`)
    const rows = expected.x.length / expected.shape.reduce((a, b) => a * b, 1)
    const x = tf.tensor(expected.x, [rows, ...expected.shape])
    const target = tf.tensor(expected.y, [rows, expected.y.length / rows])
    const model = build()
    setWeights(tf, model, expected.weights)

    expect(difference((model.predict(x) as TF.Tensor).dataSync(), expected.answer)).toBeLessThan(1e-5)
    const variables = model.trainableWeights.map((weight) => weight.read() as TF.Variable)
    const totalLoss = lossOf(tf, model, 'categoricalCrossentropy')
    const { value, grads } = tf.variableGrads(
      () => totalLoss(model.apply(x, { training: true }) as TF.Tensor, target, null),
      variables,
    )
    expect(difference(value.dataSync(), [expected.loss])).toBeLessThan(1e-5)
    variables.forEach((variable, i) => {
      expect(difference((grads[variable.name] as TF.Tensor).dataSync(), expected.gradients[i] ?? [])).toBeLessThan(1e-5)
    })

    for (const optimizer of OPTIMIZERS) {
      const after = expected.after[optimizer]
      if (!after) continue
      setWeights(tf, model, expected.weights)
      const stepper = createStepper(tf, model, plan(optimizer, optimizer === 'momentum' ? 0.9 : undefined), [], compile)
      const losses = after.losses.map(() => {
        const { loss, prediction } = stepper.step({ x, target, weight: null }, 0.01, false)
        const [number] = loss.dataSync()
        tf.dispose([loss, prediction])
        return number as number
      })
      expect(stepper.eagerBecause).toBeNull()
      expect(difference(losses, after.losses), `losses with ${optimizer}`).toBeLessThan(1e-4)
      const weights = model.layers.filter((layer) => layer.weights.length > 0).flatMap((layer) => layer.getWeights())
      weights.forEach((weight, i) => {
        expect(difference(weight.dataSync(), after.weights.flat()[i] ?? []), `weights with ${optimizer}`).toBeLessThan(
          1e-4,
        )
      })
      stepper.dispose()
    }
    model.dispose()
  })
})
