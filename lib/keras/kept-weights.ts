import { type Blueprint, keyOf } from './blueprint.ts'
import { about } from './layer-config.ts'
import type { WeightRow } from './layer-table.ts'
import type { Config } from './model-json.ts'
import { placeLayers } from './places.ts'

/** Where Keras keeps one of the model's weights. */
export interface KeptWeight {
  /** Of the dataset in the weights file. */
  path: string
  /** Of the weight in the blueprint's list. */
  index: number
  row: WeightRow
  /** Of its layer. */
  config: Config
}

/** Every weight of the model with its place in Keras's file. @throws ModelError */
export function keptWeights({ topology, layers }: Blueprint): KeptWeight[] {
  return placeLayers(topology).flatMap(({ names, layer, places }) => {
    const own = layers.get(keyOf(names))?.weights ?? []
    return places.flatMap(({ path, row, config, half }) => {
      const middle = own.length / 2
      const indices = half === null ? own : half === 0 ? own.slice(0, middle) : own.slice(middle)
      const rows = (row.weights ?? []).filter(({ when }) => when === undefined || config[when] !== false)
      if (rows.length !== indices.length) throw about(layer, `has ${indices.length} weights, not ${rows.length}`)
      return rows.map((weight, i) => ({ path: `${path}/vars/${i}`, index: indices[i] ?? -1, row: weight, config }))
    })
  })
}
