import { about, rowOf } from './layer-config.ts'
import { findRow, type LayerRow } from './layer-table.ts'
import { type Config, innerLayer, innerModel, type LayerJson, type ModelJson, nameOf } from './model-json.ts'

/** Where Keras's weights file keeps what one layer has learnt. */
export interface Place {
  /** The group below which `vars` lies. */
  path: string
  row: LayerRow
  config: Config
  /** Its share of the weights of the layer that TensorFlow.js counts them by: Bidirectional's are two halves. */
  half: 0 | 1 | null
}

/** A layer of the model or of one within it, with the names down to it. */
export interface NamedLayer {
  names: string[]
  layer: LayerJson
  places: Place[]
}

/**
 * The layers that are no models, in the model's own order, which is Keras's too. Groups are named by counting classes,
 * not by the layers' names. @throws ModelError for a layer that Keras does not have
 */
export function placeLayers(model: ModelJson, names: string[] = [], under = ''): NamedLayer[] {
  const counts = new Map<string, number>()
  return model.config.layers.flatMap((layer) => {
    const group = snakeCase(kerasClass(layer))
    const count = counts.get(group) ?? 0
    counts.set(group, count + 1)
    const path = `${under}layers/${count === 0 ? group : `${group}_${count}`}`
    const inner = innerModel(layer)
    const down = [...names, nameOf(layer)]
    return inner ? placeLayers(inner, down, `${path}/`) : [{ names: down, layer, places: placesOf(layer, path) }]
  })
}

function placesOf(layer: LayerJson, path: string): Place[] {
  const place = (of: LayerJson, below: string, half: 0 | 1 | null): Place => {
    const row = rowOf(of)
    return { path: [path, below, row.inside].filter(Boolean).join('/'), row, config: of.config, half }
  }
  if (!isWrapper(layer)) return [place(layer, '', null)]
  const inner = wrapped(layer)
  return layer.class_name === 'Bidirectional'
    ? [place(inner, 'forward_layer', 0), place(inner, 'backward_layer', 1)]
    : [place(inner, 'layer', null)]
}

export const isWrapper = ({ class_name: className }: LayerJson): boolean =>
  className === 'Bidirectional' || className === 'TimeDistributed'

/** @throws ModelError for a wrapper around nothing that is in the table */
export function wrapped(wrapper: LayerJson): LayerJson {
  const inner = innerLayer(wrapper)
  if (!inner || !findRow(inner.class_name))
    throw about(
      wrapper,
      `wraps ${inner ? `a ${inner.class_name.slice(0, 60)}` : 'no layer'}, which cannot be taken to Keras`,
    )
  return inner
}

/** The layer's class as Keras calls it. */
export function kerasClass(layer: LayerJson): string {
  const inner = innerModel(layer)
  if (inner) return inner.class_name === 'Sequential' ? 'Sequential' : 'Functional'
  return findRow(layer.class_name)?.keras ?? layer.class_name
}

/** Keras's own rule: `SeparableConv2D` is `separable_conv2d`, `PReLU` is `p_re_lu`. */
export const snakeCase = (className: string): string =>
  className
    .replace(/(.)([A-Z][a-z]+)/g, '$1_$2')
    .replace(/([a-z])([A-Z])/g, '$1_$2')
    .toLowerCase()
