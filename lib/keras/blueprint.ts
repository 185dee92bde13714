import type { LayersModel, layers } from '@tensorflow/tfjs'
import { buildModel } from '../training/build-model.ts'
import type { Tf } from '../training/tf.ts'
import { refuseOpenGraph } from './graph.ts'
import { ModelError } from './model-error.ts'
import { innerModel, type ModelJson, nameOf } from './model-json.ts'

export type Shape = (number | null)[]

/** What a topology says once it is built, without any weight's value. */
export interface Blueprint {
  /** Its layers in the order of the built model. */
  topology: ModelJson
  /** In the order of `model.getWeights()`, by the names that `tf.loadLayersModel` looks for. */
  weights: { name: string; shape: number[] }[]
  layers: Map<string, BuiltLayer>
}

interface BuiltLayer {
  /** Which of the model's weights are its own, in the layer's own order. */
  weights: number[]
  /** Of each tensor of each of its calls. */
  calls: Shape[][]
}

/** What `layers` knows a layer by: its name, after those of the models that it is in. */
export const keyOf = (names: readonly string[]): string => JSON.stringify(names)

/**
 * Builds the model, of zeros, to see its weights' shapes; nothing of it stays in memory.
 * @throws ModelError when it cannot be built, or has more parameters than can be trained here
 */
export async function drawBlueprint(tf: Tf, topology: ModelJson): Promise<Blueprint> {
  refuseOpenGraph(topology)
  const built = await buildModel(tf, ofZeros(topology))
  if (!built.ok) throw new ModelError(built.message)
  const { model } = built
  try {
    const places = new Map(model.weights.map((weight, i) => [weight, i]))
    const found = new Map<string, BuiltLayer>()
    const ordered = follow(model, topology, [], (names, layer) => {
      found.set(keyOf(names), {
        weights: layer.weights.map((weight) => places.get(weight) ?? -1),
        calls: layer.inboundNodes.map(({ outputTensors }) => outputTensors.map(({ shape }) => shape)),
      })
    })
    const weights = model.weights.map(({ originalName: name, shape }) => ({ name, shape: shape.map(Number) }))
    return { topology: ordered, weights, layers: found }
  } finally {
    model.dispose()
  }
}

type Visit = (names: string[], layer: layers.Layer) => void

/** Tells each layer of the built model and of those within it, and gives the topology in that order. */
function follow(model: LayersModel, { class_name, config }: ModelJson, above: string[], visit: Visit): ModelJson {
  const order = new Map(model.layers.map((layer, i) => [layer.name, i]))
  const sorted = config.layers.toSorted((a, b) => (order.get(nameOf(a)) ?? -1) - (order.get(nameOf(b)) ?? -1))
  const known = new Map(model.layers.map((layer) => [layer.name, layer]))
  const followed = sorted.map((json) => {
    const layer = known.get(nameOf(json))
    if (!layer) return json
    const names = [...above, layer.name]
    visit(names, layer)
    const inner = innerModel(json)
    return inner ? { ...json, ...follow(layer as unknown as LayersModel, inner, names, visit) } : json
  })
  return { class_name, config: { ...config, layers: followed } }
}

/** Drawing weights that are replaced at once would cost more than all the rest. */
const ofZeros = (topology: ModelJson): object =>
  JSON.parse(
    JSON.stringify(topology, (key, value: unknown) =>
      key.endsWith('_initializer') && value !== null ? { class_name: 'Zeros', config: {} } : value,
    ),
  )
