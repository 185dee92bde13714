import { about } from './layer-config.ts'
import { innerLayer, innerModel, type LayerJson, type ModelJson } from './model-json.ts'

const leaves = ({ config }: ModelJson): LayerJson[] =>
  config.layers.flatMap((layer) => {
    const inner = innerModel(layer)
    return inner ? leaves(inner) : [layer]
  })

/**
 * A bidirectional layer that answers at each step says 0 at a masked one in Keras, and what it said before in TensorFlow.js.
 * @throws ModelError where that would matter
 */
export function refuseMaskedSequences(model: ModelJson): void {
  const layers = leaves(model)
  const masks = layers.some(
    ({ class_name: className, config }) => className === 'Masking' || (className === 'Embedding' && config.mask_zero),
  )
  const wrapper = layers.find(
    (layer) => layer.class_name === 'Bidirectional' && innerLayer(layer)?.config.return_sequences,
  )
  if (masks && wrapper)
    throw about(wrapper, 'returns sequences of masked steps, which Keras and TensorFlow.js answer differently')
}
