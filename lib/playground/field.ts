import { EXTENT } from './data-sets.ts'
import { type FeatureName, featureAt, featureRows } from './features.ts'
import { forward } from './forward.ts'
import type { Network } from './network.ts'
import { createPass, type LayerPass, type Pass } from './pass.ts'

/** Points along each side of the square that heat maps show. */
export const SIDE = 50

/** The network's answers on a grid over the plane: row 0 is the top, where x2 is greatest. */
export interface Field {
  readonly x: Float64Array
  readonly pass: Pass
}

const GRID = Array.from({ length: SIDE * SIDE }, (_, i) => ({
  x1: ((((i % SIDE) + 0.5) / SIDE) * 2 - 1) * EXTENT,
  x2: (1 - ((Math.floor(i / SIDE) + 0.5) / SIDE) * 2) * EXTENT,
}))

export const createField = (network: Network, features: readonly FeatureName[]): Field => ({
  x: featureRows(GRID, features),
  pass: createPass(network, GRID.length),
})

export const evaluateField = ({ x, pass }: Field, network: Network): void =>
  forward(network, pass, x, GRID.length, null)

/**
 * Copies what one unit says into `into`, [SIDE][SIDE], scaled so that −1 and 1 are the ends of the colours: an answer
 * that lies between 0 and 1 is stretched, what has no limit is cut off by who draws it.
 */
export function unitMap(field: Field, network: Network, depth: number, unit: number, into: Float64Array): void {
  const layer = network.layers[depth]
  if (!layer) return
  const { activation } = field.pass.layers[depth] as LayerPass
  const isShare = layer.activation === 'sigmoid'
  for (let i = 0; i < GRID.length; i++) {
    const a = activation[i * layer.units + unit] as number
    into[i] = isShare ? 2 * a - 1 : a
  }
}

/** A feature's own map, each scaled to its greatest size on the square. */
export function featureMap(name: FeatureName, into: Float64Array): void {
  let greatest = 0
  GRID.forEach(({ x1, x2 }, i) => {
    const value = featureAt(name, x1, x2)
    into[i] = value
    greatest = Math.max(greatest, Math.abs(value))
  })
  for (let i = 0; i < into.length; i++) (into[i] as number) /= greatest
}
