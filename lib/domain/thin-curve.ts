/** Points of a curve that are kept and sent; a screen shows no more. */
export const MAX_CURVE_POINTS = 500

/** Only every so many epochs' point is kept of a training that is to take `epochs`. */
export const curveStride = (epochs: number): number => Math.max(1, Math.ceil(epochs / MAX_CURVE_POINTS))

/** The first epoch and every stride-th after it. Decided by the plan, so that live and stored curve have the same points. */
export const keepsPoint = (epoch: number, epochs: number): boolean => (epoch - 1) % curveStride(epochs) === 0

/** At most `MAX_CURVE_POINTS` of the points, evenly spaced; the last one is always there, since it is where training ended. */
export function thinCurve<P extends { epoch: number }>(points: readonly P[]): P[] {
  const last = points.at(-1)
  if (!last || points.length <= MAX_CURVE_POINTS) return [...points]
  const kept = points.filter((_point, index) => keepsPoint(index + 1, points.length)).slice(0, MAX_CURVE_POINTS)
  if (kept.at(-1) !== last) kept[kept.length - 1] = last
  return kept
}
