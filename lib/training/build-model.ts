import type { LayersModel, layers } from '@tensorflow/tfjs'
import { leafLayers } from './leaf-layers.ts'
import type { Tf } from './tf.ts'

/** Why a model cannot be trained, in the learner's words. */
export interface Refusal {
  ok: false
  message: string
  hint?: string
}

export const MAX_PARAMS = 5_000_000
/** Numbers held at once by the layers' outputs of one batch (0.8 GB in the forward pass). */
export const MAX_ACTIVATIONS = 200_000_000

interface Weight {
  dispose(): void
}
type AddWeight = (name: string, shape: number[], ...rest: unknown[]) => Weight

/**
 * Makes the model that `topology` (a parsed topology's `json`) describes, with weights freshly drawn from
 * `Math.random`. Weights are counted before each is allocated, so a layer of a billion costs nothing.
 */
export async function buildModel(tf: Tf, topology: object): Promise<{ ok: true; model: LayersModel } | Refusal> {
  const prototype = tf.layers.Layer.prototype as unknown as { addWeight: AddWeight }
  const original = prototype.addWeight
  const made: Weight[] = []
  let params = 0
  const count: AddWeight = function (this: unknown, name, shape, ...rest) {
    params += shape.reduce((product, n) => product * n, 1)
    if (params > MAX_PARAMS) throw new TooLarge()
    const weight = original.call(this, name, shape, ...rest)
    made.push(weight)
    return weight
  }
  try {
    return { ok: true, model: await building() }
  } catch (error) {
    for (const weight of made) weight.dispose()
    if (error instanceof TooLarge)
      return {
        ok: false,
        message: `Your model has more than ${MAX_PARAMS.toLocaleString('en')} parameters, which is more than can be trained here.`,
        hint: 'Use fewer units, or shrink what goes into the largest dense layer (pooling does that for images).',
      }
    return {
      ok: false,
      message: `Your model could not be built: ${reasonOf(error)}`,
      hint: 'Look at the layer named there, and at the shape that the layer before it gives.',
    }
  }

  /** TensorFlow.js builds before it first waits: two models that are built at once do not count each other's weights. */
  function building(): Promise<LayersModel> {
    prototype.addWeight = count
    try {
      return tf.models.modelFromJSON(topology as Parameters<typeof tf.models.modelFromJSON>[0])
    } finally {
      prototype.addWeight = original
    }
  }
}

class TooLarge extends Error {}

/** The first line of what TensorFlow.js said. */
export const reasonOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).split('\n')[0]?.slice(0, 300) ?? ''

/** Null when the model takes rows of this shape and answers with `outputs` numbers a row. */
export function refusalOf(
  model: LayersModel,
  rowShape: readonly number[],
  outputs: number,
  batchSize: number,
): Refusal | null {
  const [input, ...moreInputs] = model.inputs
  const [output, ...moreOutputs] = model.outputs
  if (!input || !output || moreInputs.length > 0 || moreOutputs.length > 0)
    return refuse(
      'Your model must have one input and one output.',
      'Join the branches with a concatenate or add layer.',
    )
  const takes = input.shape.slice(1)
  if (takes.length !== rowShape.length || takes.some((size, i) => size !== null && size !== rowShape[i]))
    return refuse(
      `Your model takes rows of shape [${takes}], but the prepared rows have shape [${rowShape}].`,
      'Give the first layer `inputShape: ctx.inputShape`.',
    )
  const gives = output.shape.slice(1)
  if (gives.length !== 1) {
    const recurrent = gives.length === 2 && model.layers.some(returnsSequences)
    return refuse(
      recurrent
        ? `Your output is one answer per step, of shape [${gives}]; one answer per row is needed.`
        : `Your output has shape [${gives}] for each row; ${outputs} number${outputs === 1 ? ' is' : 's are'} needed.`,
      recurrent
        ? 'Leave `returnSequences` off in the last recurrent layer.'
        : 'Put a flatten or a global pooling layer before the last dense layer.',
    )
  }
  if (gives[0] !== outputs)
    return refuse(
      `Your last layer gives ${gives[0]} number${gives[0] === 1 ? '' : 's'} for each row; this task needs ${outputs}.`,
      'Give the last layer `units: ctx.outputs`.',
    )
  if (model.trainableWeights.length === 0)
    return refuse('Your model has no weights to train.', 'Add a dense layer, or leave `trainable` on.')
  if (leafLayers(model).some(normalisesInnerAxis))
    return refuse(
      'A batchNormalization layer has an axis that is not the last, which TensorFlow.js cannot train.',
      'Leave `axis` out: then it normalises each channel, or each unit.',
    )
  const activations = model.layers.reduce((sum, layer) => sum + numbersIn(layer.outputShape), 0)
  if (activations * batchSize > MAX_ACTIVATIONS)
    return refuse(
      `One batch of ${batchSize} rows makes ${Math.round((activations * batchSize) / 1e6)} million numbers inside your model; ${MAX_ACTIVATIONS / 1e6} million fit.`,
      'Lower batchSize, or use fewer filters or units.',
    )
  return null
}

const refuse = (message: string, hint: string): Refusal => ({ ok: false, message, hint })

const returnsSequences = (layer: layers.Layer): boolean => layer.getConfig().returnSequences === true

function normalisesInnerAxis(layer: layers.Layer): boolean {
  if (layer.getClassName() !== 'BatchNormalization') return false
  const { axis } = layer.getConfig()
  return axis !== -1 && axis !== layer.outputShape.length - 1
}

type LayerShape = layers.Layer['outputShape']

function numbersIn(shape: LayerShape): number {
  const shapes = (Array.isArray(shape[0]) ? shape : [shape]) as (number | null)[][]
  return shapes.reduce((sum, one) => sum + one.slice(1).reduce((product: number, n) => product * (n ?? 1), 1), 0)
}
