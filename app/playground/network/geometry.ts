import { FEATURES, type FeatureName } from '#lib/playground/features.ts'

/** Where things stand in the drawing of a network, in CSS pixels. */
export interface Layout {
  width: number
  height: number
  /** Middle of each column: features, hidden layers, output. */
  columns: number[]
}

export const TILE = 36
const PITCH = 46
/** Above the tiles: a layer's name and buttons. */
const HEAD = 58
/** Below them: what is measured of a layer. */
const FOOT = 66
/** Left of the features: their names. */
const NAMES = 52
const NARROWEST_COLUMN = 74
const ROWS = 8

export const FOOT_TOP = HEAD + ROWS * PITCH + 8

export function layOut(available: number, hiddenLayers: number): Layout {
  const gaps = hiddenLayers + 1
  const first = NAMES + TILE / 2
  const last = TILE / 2 + 18
  const width = Math.max(available, first + last + gaps * NARROWEST_COLUMN)
  const gap = (width - first - last) / gaps
  return {
    width,
    height: FOOT_TOP + FOOT,
    columns: Array.from({ length: gaps + 1 }, (_, i) => Math.round(first + i * gap)),
  }
}

/** Middle of a tile; units stand in rows from the top. */
export const rowAt = (row: number): number => HEAD + PITCH * row + PITCH / 2

/** The one output stands beside the middle of the tallest column. */
export const OUTPUT_ROW = 3

/** The row of what a layer takes in: a feature's own, or the unit's of the layer before. */
export const inputRow = (depth: number, input: number, features: readonly FeatureName[]): number =>
  depth === 0 ? FEATURES.indexOf(features[input] as FeatureName) : input
