/** Ways to go wrong that no exercise teaches yet, as solutions of m1-ore-or-waste: its network, with one thing spoilt. */
interface Parts {
  hidden?: string
  layers?: number
  scaled?: boolean
  training?: string
}

function solution({ hidden = "units: 24, activation: 'relu'", layers = 2, scaled = true, training }: Parts): string {
  return `
export const prepare = ({ tf }, train) => {
  const { mean, variance } = tf.moments(train.x, 0)
  const sd = variance.sqrt()
  return (x) => ${scaled ? 'x.sub(mean).div(sd)' : 'x'}
}
export const buildModel = ({ tf, inputShape }) => {
  const model = tf.sequential()
  model.add(tf.layers.dense({ inputShape, ${hidden} }))
  for (let i = 1; i < ${layers}; i++) model.add(tf.layers.dense({ ${hidden} }))
  model.add(tf.layers.dense({ units: 1, activation: 'sigmoid' }))
  return model
}
export const training = ${training ?? "{ optimizer: 'adam', learningRate: 0.01, epochs: 10, batchSize: 64 }"}
`
}

const drawn = (kind: string, stddev: number) => `kernelInitializer: tf.initializers.${kind}({ stddev: ${stddev} })`

export const WAYS_TO_GO_WRONG: Record<string, string> = {
  'learning rate far too high': solution({
    training: "{ optimizer: 'adam', learningRate: 1.2, epochs: 10, batchSize: 64 }",
  }),
  'learning rate ten times the usual': solution({
    training: "{ optimizer: 'adam', learningRate: 0.1, epochs: 10, batchSize: 64 }",
  }),
  'sgd until the loss is no number': solution({
    training: "{ optimizer: 'sgd', learningRate: 20, epochs: 8, batchSize: 64, loss: 'meanSquaredError' }",
  }).replace("units: 1, activation: 'sigmoid'", 'units: 1'),
  'huge initial weights, squared error': solution({
    hidden: `units: 16, activation: 'relu', ${drawn('randomNormal', 6)}`,
    layers: 6,
    training: "{ optimizer: 'adam', learningRate: 0.01, epochs: 8, batchSize: 64, loss: 'meanSquaredError' }",
  }).replace("units: 1, activation: 'sigmoid'", 'units: 1'),
  'learning rate far too low': solution({
    training: "{ optimizer: 'adam', learningRate: 0.0001, epochs: 40, batchSize: 64 }",
  }),
  'eight sigmoid layers': solution({ hidden: "units: 16, activation: 'sigmoid'", layers: 8 }),
  'tiny initial weights': solution({
    hidden: `units: 16, activation: 'relu', ${drawn('randomNormal', 0.01)}`,
    layers: 6,
  }),
  'huge initial weights': solution({
    hidden: `units: 16, activation: 'relu', ${drawn('randomNormal', 6)}`,
    layers: 6,
  }),
  'saturated tanh': solution({
    hidden: `units: 24, activation: 'tanh', ${drawn('randomNormal', 60)}`,
    training: "{ optimizer: 'adam', learningRate: 0.002, epochs: 10, batchSize: 64 }",
  }),
  'dead relu': solution({
    hidden: "units: 24, activation: 'relu', biasInitializer: tf.initializers.constant({ value: -4 })",
  }),
  'two epochs, a small rate': solution({
    training: "{ optimizer: 'adam', learningRate: 0.002, epochs: 2, batchSize: 64 }",
  }),
  'a linear head': solution({}).replace("units: 1, activation: 'sigmoid'", 'units: 1'),
  'a relu head': solution({}).replace("units: 1, activation: 'sigmoid'", "units: 1, activation: 'relu'"),
  'a softmax of one': solution({}).replace("units: 1, activation: 'sigmoid'", "units: 1, activation: 'softmax'"),
  'learned by heart, with validation': solution({
    hidden: "units: 32, activation: 'relu'",
    training: "{ optimizer: 'adam', learningRate: 0.01, epochs: 40, batchSize: 8, validationSplit: 0.97 }",
  }),
  'one batch an epoch': solution({
    training: "{ optimizer: 'sgd', learningRate: 0.001, epochs: 20, batchSize: 1500 }",
  }),
}
