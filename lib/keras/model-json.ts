import { z } from 'zod'

/** What a layer is told, by Python's names: TensorFlow.js and Keras both write them so. */
export type Config = Record<string, unknown>
const Config = z.record(z.string(), z.unknown())

/** A layer as a topology of TensorFlow.js has it. */
export const LayerJson = z.object({
  class_name: z.string(),
  name: z.string().optional(),
  config: Config,
  /** In a graph only: for each call of the layer a list of `[layer, call, tensor, arguments]`. */
  inbound_nodes: z.array(z.array(z.unknown())).optional(),
})
export type LayerJson = z.infer<typeof LayerJson>

/** A topology of TensorFlow.js, as `model.toJSON(null, false)` gives it. */
export const ModelJson = z.object({
  class_name: z.enum(['Sequential', 'Model', 'Functional']),
  config: z.object({
    name: z.string().default('model'),
    layers: z.array(LayerJson),
    input_layers: z.array(z.unknown()).optional(),
    output_layers: z.array(z.unknown()).optional(),
  }),
})
export type ModelJson = z.infer<typeof ModelJson>

/** One tensor of a graph: the layer that gives it, in which of its calls, and which of that call's tensors. */
export const TensorAt = z.tuple([z.string(), z.number().int().nonnegative(), z.number().int().nonnegative()])
export type TensorAt = z.infer<typeof TensorAt>

/** The same as an input of a layer: with the call's other arguments. */
export const InboundTensor = z.tuple([...TensorAt.def.items, Config.nullish()]).or(TensorAt)

/** The model within a model, where the layer is one. */
export const innerModel = (layer: LayerJson): ModelJson | null => ModelJson.safeParse(layer).data ?? null

/** The layer within a wrapper, where it is one. */
export const innerLayer = (layer: LayerJson): LayerJson | null => LayerJson.safeParse(layer.config.layer).data ?? null

/** A layer of either side, as far as it is named. */
export type Named = Pick<LayerJson, 'class_name' | 'name' | 'config'>

export const nameOf = (layer: Named): string =>
  typeof layer.config.name === 'string' ? layer.config.name : (layer.name ?? layer.class_name)

/** Whether a tensor is named as a layer's input or as one of the model's own inputs and outputs. */
export type NamedAs = 'input' | 'end'

/**
 * By how much the count of a layer's calls begins higher in TensorFlow.js: there a model comes with a call of its own. In
 * Keras it does not, but for a Functional among the outputs of the model that it is in.
 */
export const ownCalls = (modelClass: string | undefined, namedAs: NamedAs): number =>
  modelClass === undefined || (modelClass !== 'Sequential' && namedAs === 'end') ? 0 : 1
