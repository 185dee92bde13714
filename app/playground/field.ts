import { type ActivationName, LEAK } from '#lib/playground/activations.ts'
import { EPSILON } from '#lib/playground/batch-norm.ts'
import { EXTENT } from '#lib/playground/data-sets.ts'
import { type FeatureName, featureAt } from '#lib/playground/features.ts'
import type { Layer, Network } from '#lib/playground/network.ts'
import { fastTanh } from './fast-tanh.ts'

/** Points along each side of the square that heat maps show. */
export const SIDE = 50

/** One value for each point of a grid over the plane: row 0 is the top, where x2 is greatest. */
export type HeatMap = Float64Array

/**
 * What each unit answers all over the plane. The same arithmetic as the library's `forward`, but unit by unit instead of
 * row by row, so that a unit's map lies in one piece, and with tanh from a table: it is made anew for every frame.
 */
export interface Field {
  readonly features: readonly HeatMap[]
  /** By layer and unit. */
  readonly units: readonly (readonly HeatMap[])[]
}

const GRID = Array.from({ length: SIDE * SIDE }, (_, i) => ({
  x1: ((((i % SIDE) + 0.5) / SIDE) * 2 - 1) * EXTENT,
  x2: (1 - ((Math.floor(i / SIDE) + 0.5) / SIDE) * 2) * EXTENT,
}))

/** A feature's values on the grid. */
export const featureMap = (name: FeatureName): HeatMap =>
  Float64Array.from(GRID, ({ x1, x2 }) => featureAt(name, x1, x2))

/** The low end of the colours for a layer's answers: the middle of a share is a half, of anything else nothing. */
export const lowOf = ({ activation }: Layer): -1 | 0 => (activation === 'sigmoid' ? 0 : -1)

export const createField = ({ layers }: Network, features: readonly FeatureName[]): Field => ({
  features: features.map(featureMap),
  units: layers.map(({ units }) => Array.from({ length: units }, () => new Float64Array(GRID.length))),
})

export function evaluateField({ features, units }: Field, { layers }: Network): void {
  layers.forEach((layer, depth) => {
    const inputs = depth === 0 ? features : (units[depth - 1] as readonly HeatMap[])
    units[depth]?.forEach((map, unit) => {
      const { scale, shift } = lastStepOf(layer, unit)
      map.fill(shift)
      const weightOf = (i: number) => scale * (layer.parameters.kernel[i * layer.units + unit] as number)
      const pairs = inputs.length >> 1
      for (let i = 0; i < 2 * pairs; i += 2)
        addScaledPair(map, inputs[i] as HeatMap, weightOf(i), inputs[i + 1] as HeatMap, weightOf(i + 1))
      if (inputs.length % 2 === 1) addScaled(map, inputs.at(-1) as HeatMap, weightOf(inputs.length - 1))
      activate[layer.activation](map)
    })
  })
}

/** What is done to a unit's weighted sum: its bias is added, or batch normalisation scales and shifts it. */
function lastStepOf({ parameters: { bias, gamma, beta }, moving }: Layer, unit: number) {
  if (!moving || !gamma || !beta) return { scale: 1, shift: bias?.[unit] ?? 0 }
  const scale = (gamma[unit] as number) / Math.sqrt((moving.variance[unit] as number) + EPSILON)
  return { scale, shift: (beta[unit] as number) - scale * (moving.mean[unit] as number) }
}

/** Two at a time: half as often through the map, which is most of the work. */
function addScaledPair(map: HeatMap, first: HeatMap, weight1: number, second: HeatMap, weight2: number) {
  for (let i = 0; i < map.length; i++)
    map[i] = (map[i] as number) + weight1 * (first[i] as number) + weight2 * (second[i] as number)
}

function addScaled(map: HeatMap, input: HeatMap, weight: number) {
  for (let i = 0; i < map.length; i++) map[i] = (map[i] as number) + weight * (input[i] as number)
}

/** In place, a loop for each: a function called for each point would cost more than what it computes. */
const activate: Record<ActivationName, (map: HeatMap) => void> = {
  tanh: (map) => {
    for (let i = 0; i < map.length; i++) map[i] = fastTanh(map[i] as number)
  },
  sigmoid: (map) => {
    for (let i = 0; i < map.length; i++) map[i] = 0.5 + 0.5 * fastTanh(0.5 * (map[i] as number))
  },
  relu: (map) => {
    for (let i = 0; i < map.length; i++) map[i] = Math.max(map[i] as number, 0)
  },
  leakyRelu: (map) => {
    for (let i = 0; i < map.length; i++) map[i] = Math.max(map[i] as number, LEAK * (map[i] as number))
  },
  elu: (map) => {
    for (let i = 0; i < map.length; i++) {
      const z = map[i] as number
      // eᶻ − 1 in terms of u = tanh(z / 2).
      const u = z > 0 ? 0 : fastTanh(z / 2)
      map[i] = z > 0 ? z : (2 * u) / (1 - u)
    }
  },
  linear: () => {},
}
