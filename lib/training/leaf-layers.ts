import type { LayersModel, layers } from '@tensorflow/tfjs'

/** The layers of a model, with those of the models in it in their place. */
export const leafLayers = (model: LayersModel): layers.Layer[] =>
  model.layers.flatMap((layer) => ('layers' in layer ? leafLayers(layer as LayersModel) : [layer]))
