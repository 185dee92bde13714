import * as tf from '@tensorflow/tfjs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { evaluateModule } from '#grader/learner/inside/evaluate-module.ts'
import { transpile } from '#grader/learner/transpile.ts'
import { parsePlan } from '#lib/contract/parse-plan.ts'
import { tabulatePlan } from '#lib/contract/tabulate-plan.ts'
import { parseTopology } from '#lib/contract/topology.ts'
import { topologyOf } from '#lib/learner/check-model.ts'
import { problemOf } from '#lib/playground/data-sets.ts'
import { featureRows } from '#lib/playground/features.ts'
import { forward } from '#lib/playground/forward.ts'
import { countParameters } from '#lib/playground/network.ts'
import { createPass, predictionOf } from '#lib/playground/pass.ts'
import { createSession } from '#lib/playground/session.ts'
import { contractCode, moduleOf } from '#lib/playground/show-as-code.ts'
import { DEFAULT_STATE, type PlaygroundState } from '#lib/playground/state.ts'
import { anyState } from '#tests/helpers/any-playground-state.ts'

/** The states that differ in what the code has to say, and one of everything. */
const STATES: Record<string, Partial<PlaygroundState>> = {
  default: {},
  'no hidden layer': { layers: [] },
  'eight layers of ReLU': { layers: Array.from({ length: 8 }, () => 8), activation: 'relu', initializer: 'heNormal' },
  'features in place of the coordinates': { features: ['x1sq', 'x1x2', 'sinx2'] },
  'one feature': { features: ['sinx1'], layers: [3] },
  'batch norm and dropout': { batchNorm: true, dropout: 0.3, layers: [5, 3] },
  'leaky ReLU with batch norm': { activation: 'leakyRelu', batchNorm: true },
  'a linear network with batch norm': { activation: 'linear', batchNorm: true },
  'regression with an L1 penalty': { data: 'hills', penalty: 'l1', penaltyRate: 0.003, activation: 'elu' },
  'an L2 penalty and momentum': { penalty: 'l2', optimizer: 'momentum', initializer: 'smallNormal' },
}

/** A module as the grader takes one: transpiled, evaluated, asked for rows, model and plan, each parsed as there. */
async function throughTheContract(source: string, state: PlaygroundState) {
  const transpiled = await transpile(source)
  if (!transpiled.ok) throw new Error(transpiled.message)
  const { prepare, buildModel, training } = evaluateModule(transpiled.code, 'playground.ts', tf) as {
    prepare?: (ctx: object) => (x: tf.Tensor) => tf.Tensor
    buildModel: (ctx: object) => tf.LayersModel
    training: object
  }
  const transform = prepare?.({ tf }) ?? ((x: tf.Tensor) => x)
  const model = buildModel({ tf, inputShape: [state.features.length] })
  const topology = parseTopology(topologyOf(tf, model))
  if (!topology.ok) throw new Error(topology.message)
  const task = problemOf(state.data) === 'regression' ? 'regression' : 'binary'
  const plan = parsePlan(tabulatePlan(training, { task, limits: {} }), task, {})
  if (!plan.ok) throw new Error(plan.message)
  return { transform, model, layers: topology.topology.layers, plan: plan.plan }
}

/** The model of the code answers as the playground's network does once it has the same numbers. */
async function expectSame(state: PlaygroundState, epochs: number) {
  const source = moduleOf(contractCode(state, epochs))
  const { transform, model, layers, plan } = await throughTheContract(source, state)
  const session = createSession(state)
  const { network } = session
  expect(layers.flatMap(({ className, units }) => (className === 'Dense' ? [units] : []))).toEqual([...state.layers, 1])
  expect(layers.filter(({ className }) => className === 'Dropout')).toHaveLength(
    state.dropout > 0 ? state.layers.length : 0,
  )
  const count = model.trainableWeights.reduce(
    (sum, { shape }) => sum + shape.reduce<number>((n, m) => n * (m ?? 1), 1),
    0,
  )
  expect(count).toBe(countParameters(network.shape))
  expect(plan).toMatchObject({
    optimizer: state.optimizer,
    batchSize: state.batchSize,
    epochs,
    loss: problemOf(state.data) === 'regression' ? 'meanSquaredError' : 'binaryCrossentropy',
  })
  expect(plan.learningRates[0]).toBe(state.learningRate)

  let at = 0
  for (const weight of model.trainableWeights) {
    const variable = weight.read() as tf.Variable
    variable.assign(tf.tensor(Float32Array.from(network.parameters.subarray(at, at + variable.size)), variable.shape))
    at += variable.size
  }
  const { points } = session.test
  const rows = transform(tf.tensor2d(points.map(({ x1, x2 }) => [x1, x2])))
  expect(rows.shape).toEqual([points.length, state.features.length])
  const pass = createPass(network, points.length)
  forward(network, pass, featureRows(points, state.features), points.length, null)
  const [answers, expected] = [(model.predict(rows) as tf.Tensor).dataSync(), predictionOf(pass)]
  const worst = Math.max(...expected.map((value, i) => Math.abs(value - (answers[i] ?? Number.NaN))))
  expect(worst).toBeLessThan(1e-3)
  model.dispose()
}

describe('the code of a network is that network', () => {
  it.each(Object.keys(STATES))('%s', (name) => expectSame({ ...DEFAULT_STATE, ...STATES[name] }, 60))

  it('whatever the state', async () => {
    // Numbers that no page offers may make answers too large to compare.
    const usual = anyState.map((state) => ({ ...state, learningRate: 0.01, penaltyRate: 0.001 }))
    await fc.assert(
      fc.asyncProperty(usual, (state) => expectSame(state, 7)),
      { numRuns: 25 },
    )
  })

  it('reads as a solution does', () => {
    expect(moduleOf(contractCode(DEFAULT_STATE, 0))).toBe(`import type { BuildModel, TrainingConfig } from 'gradus'

export const buildModel: BuildModel = ({ tf, inputShape }) => {
  const model = tf.sequential()
  model.add(tf.layers.dense({ inputShape, units: 4, activation: 'tanh', kernelInitializer: 'glorotUniform' }))
  model.add(tf.layers.dense({ units: 2, activation: 'tanh', kernelInitializer: 'glorotUniform' }))
  model.add(tf.layers.dense({ units: 1, activation: 'sigmoid', kernelInitializer: 'glorotUniform' }))
  return model
}

export const training: TrainingConfig = {
  optimizer: 'sgd',
  learningRate: 0.1,
  epochs: 100,
  batchSize: 10,
}
`)
  })
})
