import { stuckLayer } from '../contract/call-order.ts'
import { ModelError } from './model-error.ts'
import { InboundTensor, innerModel, type LayerJson, type ModelJson, nameOf } from './model-json.ts'

/**
 * Whether every layer of a graph can be called in some order.
 * @throws ModelError
 */
export function refuseOpenGraph(model: ModelJson): void {
  for (const layer of model.config.layers) {
    const inner = innerModel(layer)
    if (inner) refuseOpenGraph(inner)
  }
  if (model.class_name === 'Sequential') return
  const stuck = stuckLayer(
    model.config.layers.map((layer) => ({
      name: nameOf(layer),
      // Inputs and models come with a call of their own.
      given: layer.class_name === 'InputLayer' || innerModel(layer) ? 1 : 0,
      calls: (layer.inbound_nodes ?? []).map((inputs) => inputs.map((input) => sourceOf(layer, input))),
    })),
  )
  if (stuck !== null) throw new ModelError(`Layer "${stuck.slice(0, 60)}" waits for an input that never comes.`)
}

function sourceOf(layer: LayerJson, input: unknown): readonly [string, number] {
  const at = InboundTensor.safeParse(input)
  if (!at.success) throw new ModelError(`Layer "${nameOf(layer).slice(0, 60)}" has an input that cannot be read.`)
  return [at.data[0], at.data[1]]
}
