import { type ActivationName, LEAK } from './activations.ts'
import { problemOf } from './data-sets.ts'
import type { FeatureName } from './features.ts'
import { type InitializerName, LARGE_SD, SMALL_SD } from './initializers.ts'
import { MOMENTUM } from './optimizers.ts'
import type { PlaygroundState } from './state.ts'

/** Statements of a solution, as the contract names them. `prepare` is missing where the rows stay as they are. */
export interface ContractCode {
  prepare: string | null
  buildModel: string
  training: string
}

const FEATURE_CODE: Record<FeatureName, string> = {
  x1: 'x1',
  x2: 'x2',
  x1sq: 'x1.square()',
  x2sq: 'x2.square()',
  x1x2: 'x1.mul(x2)',
  sinx1: 'x1.sin()',
  sinx2: 'x2.sin()',
}

const INITIALIZER_CODE: Record<InitializerName, string> = {
  zeros: "'zeros'",
  smallNormal: `tf.initializers.randomNormal({ stddev: ${SMALL_SD} })`,
  largeNormal: `tf.initializers.randomNormal({ stddev: ${LARGE_SD} })`,
  glorotUniform: "'glorotUniform'",
  glorotNormal: "'glorotNormal'",
  heUniform: "'heUniform'",
  heNormal: "'heNormal'",
}

/** Activations that are a layer of their own in `tf.layers`. */
const ACTIVATION_LAYERS: Partial<Record<ActivationName, string>> = {
  leakyRelu: `tf.layers.leakyReLU({ alpha: ${LEAK} })`,
}

/** Epochs that are proposed for a network that was not trained yet. */
const UNTRAINED_EPOCHS = 100

/** The network and its training as a solution writes them. @param epochs trained so far */
export const contractCode = (state: PlaygroundState, epochs: number): ContractCode => ({
  prepare: prepareCode(state),
  buildModel: buildModelCode(state),
  training: trainingCode(state, epochs),
})

/** A whole module. */
export function moduleOf({ prepare, buildModel, training }: ContractCode): string {
  const types = ['BuildModel', ...(prepare ? ['Prepare'] : []), 'TrainingConfig']
  const statements = [prepare, buildModel, training].filter((part) => part !== null)
  return `import type { ${types.join(', ')} } from 'gradus'\n\n${statements.join('\n\n')}\n`
}

function prepareCode({ features }: PlaygroundState): string | null {
  if (features.join() === 'x1,x2') return null
  const coordinates = (['x1', 'x2'] as const).filter((name) => features.some((feature) => feature.includes(name)))
  const columns = coordinates.map((name) => `  const ${name} = x.slice([0, ${name === 'x1' ? 0 : 1}], [-1, 1])`)
  return [
    '/** What the network is given of each point. */',
    'export const prepare: Prepare = ({ tf }) => (x) => {',
    ...columns,
    `  return tf.concat([${features.map((name) => FEATURE_CODE[name]).join(', ')}], 1)`,
    '}',
  ].join('\n')
}

function buildModelCode(state: PlaygroundState): string {
  const { layers, batchNorm, dropout, activation } = state
  const own = ACTIVATION_LAYERS[activation]
  const hidden = layers.flatMap((units, i) => {
    const apart = batchNorm || own !== undefined
    const options = denseOptions(state, {
      units,
      isFirst: i === 0,
      activation: apart || activation === 'linear' ? null : activation,
      bias: !batchNorm,
    })
    const activate = own ?? `tf.layers.activation({ activation: '${activation}' })`
    return [
      `tf.layers.dense({ ${options} })`,
      ...(batchNorm ? ['tf.layers.batchNormalization()'] : []),
      ...(apart && activation !== 'linear' ? [activate] : []),
      ...(dropout > 0 ? [`tf.layers.dropout({ rate: ${dropout} })`] : []),
    ]
  })
  const head = denseOptions(state, {
    units: 1,
    isFirst: layers.length === 0,
    activation: problemOf(state.data) === 'regression' ? null : 'sigmoid',
    bias: true,
  })
  return [
    'export const buildModel: BuildModel = ({ tf, inputShape }) => {',
    '  const model = tf.sequential()',
    ...[...hidden, `tf.layers.dense({ ${head} })`].map((layer) => `  model.add(${layer})`),
    '  return model',
    '}',
  ].join('\n')
}

interface Dense {
  units: number
  isFirst: boolean
  activation: string | null
  bias: boolean
}

function denseOptions({ initializer, penalty, penaltyRate }: PlaygroundState, dense: Dense): string {
  return [
    ...(dense.isFirst ? ['inputShape'] : []),
    `units: ${dense.units}`,
    ...(dense.activation ? [`activation: '${dense.activation}'`] : []),
    ...(dense.bias ? [] : ['useBias: false']),
    // TensorFlow.js draws Glorot's normal numbers for a dense layer unless it is told otherwise.
    `kernelInitializer: ${INITIALIZER_CODE[initializer]}`,
    ...(penalty === 'none' ? [] : [`kernelRegularizer: tf.regularizers.${penalty}({ ${penalty}: ${penaltyRate} })`]),
  ].join(', ')
}

function trainingCode({ optimizer, learningRate, batchSize }: PlaygroundState, epochs: number): string {
  return [
    'export const training: TrainingConfig = {',
    `  optimizer: '${optimizer}',`,
    `  learningRate: ${learningRate},`,
    ...(optimizer === 'momentum' ? [`  momentum: ${MOMENTUM},`] : []),
    `  epochs: ${epochs || UNTRAINED_EPOCHS},`,
    `  batchSize: ${batchSize},`,
    '}',
  ].join('\n')
}
