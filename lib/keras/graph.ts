import { ModelError } from './model-error.ts'
import { InboundTensor, innerModel, type ModelJson, nameOf } from './model-json.ts'

/**
 * Whether every layer of a graph can be called in some order. TensorFlow.js tries for ever where one cannot.
 * @throws ModelError
 */
export function refuseOpenGraph(model: ModelJson): void {
  for (const layer of model.config.layers) {
    const inner = innerModel(layer)
    if (inner) refuseOpenGraph(inner)
  }
  if (model.class_name === 'Sequential') return
  // Inputs and models come with a call of their own.
  const calls = new Map(
    model.config.layers.map((layer) => [nameOf(layer), layer.class_name === 'InputLayer' || innerModel(layer) ? 1 : 0]),
  )
  let waiting = model.config.layers.flatMap((layer) =>
    (layer.inbound_nodes ?? []).map((inputs) => ({
      name: nameOf(layer),
      inputs: inputs.map((input) => {
        const at = InboundTensor.safeParse(input)
        if (!at.success) throw new ModelError(`Layer "${nameOf(layer).slice(0, 60)}" has an input that cannot be read.`)
        return at.data
      }),
    })),
  )
  while (waiting.length > 0) {
    // A layer's calls keep their order.
    const stuck = new Set<string>()
    const still = waiting.filter(({ name, inputs }) => {
      const ready = !stuck.has(name) && inputs.every(([from, call]) => call < (calls.get(from) ?? 0))
      if (ready) calls.set(name, (calls.get(name) ?? 0) + 1)
      else stuck.add(name)
      return !ready
    })
    if (still.length === waiting.length)
      throw new ModelError(`Layer "${still[0]?.name.slice(0, 60)}" waits for an input that never comes.`)
    waiting = still
  }
}
