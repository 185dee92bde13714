/**
 * Heights of labels that each want to stand beside their line: where two would touch, the lower one gives way, but none
 * goes below the bottom; then those above give way to it.
 *
 * @param wanted from the top down, in the unit of the other two
 */
export function labelPlaces(wanted: readonly number[], height: number, bottom: number): number[] {
  const places: number[] = []
  for (const y of wanted) places.push(Math.max(y, (places.at(-1) ?? Number.NEGATIVE_INFINITY) + height))
  return places.map((y, i) => Math.min(y, bottom - (places.length - 1 - i) * height))
}
