import { type Blueprint, keyOf, type Shape } from './blueprint.ts'
import { about, configToKeras, rowOf } from './layer-config.ts'
import { refuseMaskedSequences } from './masked-sequences.ts'
import { ModelError } from './model-error.ts'
import {
  type Config,
  InboundTensor,
  innerModel,
  type LayerJson,
  type ModelJson,
  type NamedAs,
  nameOf,
  ownCalls,
  TensorAt,
} from './model-json.ts'
import { isWrapper, wrapped } from './places.ts'

/** An object as Keras serialises it. */
interface KerasObject {
  module: string
  class_name: string
  config: Config
  registered_name: string | null
}

const FLOAT32: KerasObject = {
  module: 'keras',
  class_name: 'DTypePolicy',
  config: { name: 'float32' },
  registered_name: null,
}

/** Keras's config.json of the model. @throws ModelError that names the layer which Keras does not have */
export function toKerasConfig({ topology, layers }: Blueprint): KerasObject {
  refuseMaskedSequences(topology)
  return modelToKeras(topology, [], ([...names], [, call, tensor]) => {
    const shape = layers.get(keyOf(names))?.calls[call]?.[tensor]
    if (!shape) throw new ModelError(`Nothing is known of output ${call}, ${tensor} of layer "${names.at(-1)}".`)
    return shape
  })
}

type ShapeOf = (names: readonly string[], at: TensorAt) => Shape

function modelToKeras(model: ModelJson, above: string[], shapeOf: ShapeOf): KerasObject {
  const { name, layers } = model.config
  if (model.class_name === 'Sequential')
    return {
      module: 'keras',
      class_name: 'Sequential',
      config: {
        name: checkedName(name),
        trainable: true,
        dtype: FLOAT32,
        layers: [...missingInput(layers[0]), ...layers].map((layer) => layerToKeras(layer, above, shapeOf)),
      },
      registered_name: null,
    }
  const byName = new Map(layers.map((layer) => [nameOf(layer), layer]))
  const history = ([from, call, tensor]: TensorAt, namedAs: NamedAs): TensorAt => {
    const layer = byName.get(from)
    const inner = layer && innerModel(layer)
    return [from, call - ownCalls(inner?.class_name, namedAs), tensor]
  }
  const kerasTensor = (at: TensorAt) => ({
    class_name: '__keras_tensor__',
    config: { shape: shapeOf([...above, at[0]], at), dtype: 'float32', keras_history: history(at, 'input') },
  })
  const ends = (tensors: unknown[] | undefined) => {
    const all = (tensors ?? []).map((tensor) => history(TensorAt.parse(tensor), 'end'))
    // A list of one would make predictions a list of one.
    return all.length === 1 ? all[0] : all
  }
  return {
    module: 'keras.src.models.functional',
    class_name: 'Functional',
    config: {
      name: checkedName(name),
      trainable: true,
      layers: layers.map((layer) => ({
        ...layerToKeras(layer, above, shapeOf),
        name: nameOf(layer),
        inbound_nodes: (layer.inbound_nodes ?? []).map((call) => {
          const tensors = call.map((input) => {
            const [from, node, tensor, given] = InboundTensor.parse(input)
            if (given && Object.keys(given).length > 0) throw about(layer, 'is called with more than its inputs')
            return kerasTensor([from, node, tensor])
          })
          return { args: takesSeveral(layer, tensors.length) ? [tensors] : tensors, kwargs: {} }
        }),
      })),
      input_layers: ends(model.config.input_layers),
      output_layers: ends(model.config.output_layers),
    },
    registered_name: 'Functional',
  }
}

function takesSeveral(layer: LayerJson, inputs: number): boolean {
  if (inputs < 2) return false
  if (!innerModel(layer) && (isWrapper(layer) || !rowOf(layer).merges))
    throw about(layer, 'takes an initial state, which cannot be taken to Keras')
  return true
}

/** What TensorFlow.js says of a first layer, Keras says by a layer before it. */
function missingInput(first: LayerJson | undefined): LayerJson[] {
  const shape = first?.config.batch_input_shape
  if (!first || first.class_name === 'InputLayer' || shape === undefined) return []
  return [{ class_name: 'InputLayer', config: { name: `${nameOf(first)}_input`, batch_input_shape: shape } }]
}

function layerToKeras(layer: LayerJson, above: string[], shapeOf: ShapeOf): KerasObject {
  const inner = innerModel(layer)
  const name = checkedName(nameOf(layer))
  if (inner) return modelToKeras({ ...inner, config: { ...inner.config, name } }, [...above, name], shapeOf)
  const common = { name, trainable: layer.config.trainable !== false, dtype: FLOAT32 }
  const inKeras = (className: string, config: Config): KerasObject => ({
    module: 'keras.layers',
    class_name: className,
    config,
    registered_name: null,
  })
  if (isWrapper(layer)) {
    const within = (prefix: string, config: Config): KerasObject => {
      const one = wrapped(layer)
      return layerToKeras(
        { ...one, config: { ...one.config, ...config, name: `${prefix}${nameOf(one).replace(/^forward_/, '')}` } },
        above,
        shapeOf,
      )
    }
    if (layer.class_name === 'TimeDistributed') return inKeras(layer.class_name, { ...common, layer: within('', {}) })
    const forward = within('forward_', {})
    return inKeras(layer.class_name, {
      ...common,
      merge_mode: layer.config.merge_mode ?? null,
      layer: forward,
      backward_layer: within('backward_', { go_backwards: forward.config.go_backwards !== true }),
    })
  }
  const { className, config } = configToKeras(layer)
  if (className === 'InputLayer') return inKeras(className, { name, dtype: 'float32', ...config })
  // Of what has no weights, some layers of Keras will not hear that it can be trained.
  const { trainable, ...rest } = common
  return inKeras(className, { ...rest, ...(rowOf(layer).weights ? { trainable } : {}), ...config })
}

function checkedName(name: string): string {
  if (name.includes('/')) throw new ModelError(`The name "${name.slice(0, 60)}" has a "/", which Keras does not allow.`)
  return name
}
