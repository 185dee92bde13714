import { isDeepStrictEqual } from 'node:util'
import { z } from 'zod'
import { about, configFromKeras } from './layer-config.ts'
import { refuseMaskedSequences } from './masked-sequences.ts'
import { ModelError } from './model-error.ts'
import { type LayerJson, type ModelJson, type NamedAs, ownCalls, TensorAt } from './model-json.ts'

const KerasTensor = z.object({
  class_name: z.literal('__keras_tensor__'),
  config: z.object({ keras_history: TensorAt }),
})
const Call = z.object({
  args: z.array(z.union([KerasTensor, z.array(KerasTensor), z.null()])),
  kwargs: z.record(z.string(), z.unknown()).default({}),
})
const KerasLayer = z.object({
  module: z.string().nullish(),
  class_name: z.string(),
  config: z.record(z.string(), z.unknown()),
  name: z.string().optional(),
  inbound_nodes: z.array(z.unknown()).optional(),
})
type KerasLayer = z.infer<typeof KerasLayer>

const Ends = z.union([TensorAt.transform((at) => [at]), z.array(TensorAt)])
const KerasModel = z.object({
  class_name: z.enum(['Sequential', 'Functional']),
  config: z.object({
    name: z.string().default('model'),
    layers: z.array(KerasLayer),
    input_layers: Ends.optional(),
    output_layers: Ends.optional(),
  }),
})
type KerasModel = z.infer<typeof KerasModel>

/** The topology of TensorFlow.js that Keras's config.json means. @throws ModelError that names what it does not have */
export function fromKerasConfig(config: unknown): ModelJson {
  const model = KerasModel.safeParse(config)
  if (!model.success)
    throw new ModelError('Its config.json is not that of a Sequential or Functional model of Keras 3.')
  const topology = modelFromKeras(model.data)
  refuseMaskedSequences(topology)
  return topology
}

function modelFromKeras({ class_name: className, config }: KerasModel): ModelJson {
  const { name, layers } = config
  if (className === 'Sequential') return { class_name: className, config: { name, layers: layers.map(layerFromKeras) } }
  const models = new Map(layers.filter(isModel).map((layer) => [layer.name, layer.class_name]))
  const at =
    (namedAs: NamedAs) =>
    ([from, call, tensor]: TensorAt): TensorAt => [from, call + ownCalls(models.get(from), namedAs), tensor]
  return {
    class_name: 'Model',
    config: {
      name,
      layers: layers.map((layer) => ({
        name: layer.name,
        ...layerFromKeras(layer),
        inbound_nodes: (layer.inbound_nodes ?? []).map((call) =>
          inputsOf(layer, call).map((one) => [...at('input')(one), {}]),
        ),
      })),
      input_layers: (config.input_layers ?? []).map(at('end')),
      output_layers: (config.output_layers ?? []).map(at('end')),
    },
  }
}

const isModel = (layer: KerasLayer): boolean => KerasModel.safeParse(layer).success

function inputsOf(layer: KerasLayer, call: unknown): TensorAt[] {
  const parsed = Call.safeParse(call)
  if (!parsed.success || Object.values(parsed.data.kwargs).some((value) => value !== null && value !== false))
    throw about(layer, 'is called with more than its inputs')
  return parsed.data.args.flat().flatMap((tensor) => (tensor === null ? [] : [tensor.config.keras_history]))
}

function layerFromKeras(layer: KerasLayer): LayerJson {
  const { module, class_name: className, config } = layer
  const inner = KerasModel.safeParse(layer)
  if (inner.success && isOfKeras(module)) return modelFromKeras(inner.data)
  if (module !== 'keras.layers') throw about(layer, 'is not one of the layers of Keras')
  const common = { name: config.name, trainable: config.trainable !== false }
  if (className === 'InputLayer') {
    const input = configFromKeras(className, config)
    return { ...input, config: { ...input.config, name: config.name, dtype: 'float32' } }
  }
  if (!isFloat32(config.dtype)) throw about(layer, 'computes in other numbers than float32')
  if (className === 'Bidirectional')
    return {
      class_name: className,
      config: { ...common, merge_mode: config.merge_mode ?? null, layer: bothWays(layer) },
    }
  if (className === 'TimeDistributed')
    return { class_name: className, config: { ...common, layer: layerFromKeras(innerOf(layer, 'layer')) } }
  const converted = configFromKeras(className, config)
  return { ...converted, config: { ...common, ...converted.config } }
}

/** The layer that a Bidirectional calls both ways, under the name that it was given. */
function bothWays(wrapper: KerasLayer): LayerJson {
  const forward = oneWay(wrapper, 'layer')
  if (wrapper.config.backward_layer != null) {
    const backward = oneWay(wrapper, 'backward_layer')
    const sense = ({ class_name: className, config }: LayerJson) => {
      const { name: _, go_backwards: backwards, ...rest } = config
      return { className, rest, backwards: backwards === true }
    }
    const expected = sense(forward)
    if (!isDeepStrictEqual(sense(backward), { ...expected, backwards: !expected.backwards }))
      throw about(wrapper, 'has a backward layer that is not its forward layer turned round')
  }
  const name = String(forward.config.name ?? forward.class_name).replace(/^forward_/, '')
  return { ...forward, config: { ...forward.config, name } }
}

function oneWay(wrapper: KerasLayer, key: 'layer' | 'backward_layer'): LayerJson {
  const inner = innerOf(wrapper, key)
  // It speaks of masked steps only; see masked-sequences.ts.
  const { zero_output_for_mask: _, ...config } = inner.config
  return layerFromKeras({ ...inner, config })
}

function innerOf(wrapper: KerasLayer, key: string): KerasLayer {
  const inner = KerasLayer.safeParse(wrapper.config[key])
  if (!inner.success) throw about(wrapper, 'wraps no layer')
  return inner.data
}

const isOfKeras = (module: string | null | undefined): boolean => module === 'keras' || !!module?.startsWith('keras.')

const Policy = z.object({ config: z.object({ name: z.literal('float32') }) })
const isFloat32 = (dtype: unknown): boolean =>
  dtype === undefined || dtype === 'float32' || Policy.safeParse(dtype).success
