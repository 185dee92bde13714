import { z } from 'zod'
import { stuckLayer } from './call-order.ts'
import { describeLayer, type LayerDescription } from './describe-layers.ts'
import { depthOf } from './frame.ts'
import { STOCK_LAYERS, STOCK_PARTS } from './stock-classes.ts'

/** A model's architecture without weights, cleaned: what the trainer may build. */
export interface Topology {
  /** `{ class_name, config }`, for tfjs's `modelFromJSON`. */
  json: { class_name: string; config: Record<string, unknown> }
  /** In order, input layers left out, those of nested models among them. */
  layers: LayerDescription[]
}

export interface TopologyBudget {
  layers: number
  /** Of layers in a graph, each of which may be called more than once. */
  calls: number
  /** Models within models. */
  nesting: number
  /** Units or filters of one layer; the total of parameters is counted where the model is built. */
  width: number
}
export const TOPOLOGY_BUDGET: TopologyBudget = { layers: 200, calls: 1000, nesting: 4, width: 16_384 }

export type TopologyResult = { ok: true; topology: Topology } | { ok: false; message: string; hint: string }

const MAX_DEPTH = 64

const Layer = z.object({
  class_name: z.string(),
  name: z.string().optional(),
  config: z.record(z.string(), z.unknown()),
  /** In a graph only: for each call of the layer a list of `[layer, call, tensor, arguments]`. */
  inbound_nodes: z.array(z.unknown()).optional(),
})
const Call = z.array(z.tuple([z.string(), z.number().int().nonnegative()], z.unknown()))
type Layer = z.infer<typeof Layer>
const ModelConfig = z.object({
  name: z.string().optional(),
  layers: z.array(Layer),
  input_layers: z.array(z.unknown()).optional(),
  output_layers: z.array(z.unknown()).optional(),
})
const Model = z.object({ class_name: z.enum(['Sequential', 'Model', 'Functional']), config: ModelConfig })
type Model = z.infer<typeof Model>

class TopologyFault extends Error {
  constructor(
    message: string,
    readonly hint: string,
  ) {
    super(message)
  }
}

/**
 * Reads the text of `model.toJSON(null, false)`. Only stock layers pass. Seeds are dropped, so that initial weights
 * depend on the run's seed alone and nobody can look for a lucky one; so are weights that a config might carry.
 */
export function parseTopology(text: string, budget: TopologyBudget = TOPOLOGY_BUDGET): TopologyResult {
  try {
    if (depthOf(text) > MAX_DEPTH) throw new TopologyFault(`Your model is nested deeper than ${MAX_DEPTH}.`, FLATTEN)
    const model = Model.safeParse(parseJson(text))
    if (!model.success)
      throw new TopologyFault(
        'What `buildModel` returned is not a model that can be trained here.',
        'Return what tf.sequential() or tf.model() gives.',
      )
    const layers: LayerDescription[] = []
    const config = cleanModel(model.data, budget, layers, 0)
    return { ok: true, topology: { json: { class_name: model.data.class_name, config }, layers } }
  } catch (error) {
    if (error instanceof TopologyFault) return { ok: false, message: error.message, hint: error.hint }
    throw error
  }
}

const FLATTEN = 'Put the layers of the inner models into the outer one.'

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

function cleanModel(
  model: Model,
  budget: TopologyBudget,
  layers: LayerDescription[],
  nesting: number,
): Record<string, unknown> {
  if (nesting > budget.nesting)
    throw new TopologyFault(`Your model nests models more than ${budget.nesting} deep.`, FLATTEN)
  checkGraph(model, budget)
  return {
    ...model.config,
    layers: model.config.layers.map((layer) => {
      const inner = Model.safeParse(layer)
      if (inner.success) return { ...layer, config: cleanModel(inner.data, budget, layers, nesting + 1) }
      if (layer.class_name !== 'InputLayer') layers.push(describeLayer(layer))
      if (layers.length > budget.layers)
        throw new TopologyFault(`Your model has more than ${budget.layers} layers.`, 'Use fewer, wider layers.')
      return cleanLayer(layer, budget)
    }),
  }
}

/** A graph whose layers wait for each other would hold whoever builds it for ever. */
function checkGraph({ class_name: className, config }: Model, budget: TopologyBudget): void {
  if (className === 'Sequential') return
  const calls = config.layers.flatMap(({ inbound_nodes: nodes = [] }) => nodes)
  if (calls.length > budget.calls)
    throw new TopologyFault(`Your model calls its layers more than ${budget.calls} times.`, 'Use fewer layers.')
  const read = (call: unknown) => {
    const parsed = Call.safeParse(call)
    if (!parsed.success) throw new TopologyFault('A layer of your model has an input that cannot be read.', CONNECT)
    return parsed.data.map(([layer, index]) => [layer, index] as const)
  }
  const stuck = stuckLayer(
    config.layers.map((layer) => ({
      name: String(layer.config.name ?? layer.name),
      // Inputs and models come with a call of their own.
      given: layer.class_name === 'InputLayer' || Model.safeParse(layer).success ? 1 : 0,
      calls: (layer.inbound_nodes ?? []).map(read),
    })),
  )
  if (stuck !== null)
    throw new TopologyFault(`The layer "${stuck.slice(0, 60)}" waits for an input that never comes.`, CONNECT)
}

const CONNECT = 'Connect layers with `layer.apply(…)`, from tf.input() to the outputs of tf.model().'

function cleanLayer(layer: Layer, budget: TopologyBudget): Layer {
  if (!STOCK_LAYERS.has(layer.class_name))
    throw new TopologyFault(
      `"${layer.class_name.slice(0, 60)}" is not a layer that can be trained here.`,
      'Use the layers of tf.layers: classes of your own stay behind when the model is sent to the grader.',
    )
  checkConfig(layer, budget)
  return { ...layer, config: cleanConfig(layer.config, budget) as Record<string, unknown> }
}

function checkConfig({ class_name: className, config }: Layer, budget: TopologyBudget): void {
  for (const key of ['units', 'filters', 'output_dim']) {
    const width = config[key]
    if (width !== undefined && !(typeof width === 'number' && Number.isInteger(width) && width >= 1))
      throw new TopologyFault(`A ${className} layer has ${key} ${String(width)}.`, `Give ${key} a whole number from 1.`)
    if (typeof width === 'number' && width > budget.width)
      throw new TopologyFault(
        `A ${className} layer has ${key} ${width}; at most ${budget.width} are allowed.`,
        'A much smaller number will do.',
      )
  }
  if (config.stateful === true)
    throw new TopologyFault(
      `A ${className} layer is stateful, which would carry memory from one row to the next.`,
      'Leave `stateful` off: rows are independent here.',
    )
  if (!DILATED.has(className) && [config.dilation_rate].flat().some((rate) => typeof rate === 'number' && rate !== 1))
    throw new TopologyFault(
      `A ${className} layer has a dilationRate, which TensorFlow.js cannot train.`,
      'Leave dilationRate at 1, or use conv1d or conv2d, which take one.',
    )
  if (config.padding === 'causal')
    throw new TopologyFault(
      `A ${className} layer has padding "causal", which TensorFlow.js does not have.`,
      "Use padding 'valid': what comes out then depends on earlier steps and its own alone, it is only shorter.",
    )
}

/** Layers whose gradient with a dilation lib/training adds. */
const DILATED: ReadonlySet<string> = new Set(['Conv1D', 'Conv2D'])

const PART_KEYS = new Set(['seed', 'weights'])

/** A copy without seeds and weights; every `{ class_name, config }` within it must be stock. */
function cleanConfig(value: unknown, budget: TopologyBudget): unknown {
  if (Array.isArray(value)) return value.map((item) => cleanConfig(item, budget))
  if (typeof value !== 'object' || value === null) return value
  const part = Layer.safeParse(value)
  if (part.success && !STOCK_PARTS.has(part.data.class_name)) return cleanLayer(part.data, budget)
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !PART_KEYS.has(key))
      .map(([key, item]) => [key, key === 'batch_input_shape' ? anyBatch(item) : cleanConfig(item, budget)]),
  )
}

/** Batches may have any size, whatever the layer was made with. */
const anyBatch = (shape: unknown): unknown => (Array.isArray(shape) ? [null, ...shape.slice(1)] : shape)
