/** What a network may be given of a point, in the order of the page. */
export const FEATURES = ['x1', 'x2', 'x1sq', 'x2sq', 'x1x2', 'sinx1', 'sinx2'] as const
export type FeatureName = (typeof FEATURES)[number]

const features: Record<FeatureName, (x1: number, x2: number) => number> = {
  x1: (x1) => x1,
  x2: (_, x2) => x2,
  x1sq: (x1) => x1 * x1,
  x2sq: (_, x2) => x2 * x2,
  x1x2: (x1, x2) => x1 * x2,
  sinx1: (x1) => Math.sin(x1),
  sinx2: (_, x2) => Math.sin(x2),
}

export const featureAt = (name: FeatureName, x1: number, x2: number): number => features[name](x1, x2)

/** [points][names] */
export function featureRows(
  points: readonly { x1: number; x2: number }[],
  names: readonly FeatureName[],
): Float64Array {
  const rows = new Float64Array(points.length * names.length)
  points.forEach(({ x1, x2 }, row) => {
    names.forEach((name, i) => {
      rows[row * names.length + i] = featureAt(name, x1, x2)
    })
  })
  return rows
}
