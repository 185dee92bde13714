/** A layer of a graph, as far as the order matters in which layers can be called. */
export interface CalledLayer {
  name: string
  /** Calls that it comes with: one of an input, none of most. */
  given: number
  /** For each further call the answers that it takes: of which layer, and of which of that layer's calls, from 0. */
  calls: readonly (readonly (readonly [layer: string, call: number])[])[]
}

/**
 * The first layer that waits for an answer which never comes, because of a cycle or a layer that isn't there; null where
 * all can be called in some order. TensorFlow.js's `modelFromJSON` tries for ever where they cannot. Takes time in the
 * square of the number of calls.
 */
export function stuckLayer(layers: readonly CalledLayer[]): string | null {
  const answered = new Map(layers.map(({ name, given }) => [name, given]))
  let waiting = layers.flatMap(({ name, calls }) => calls.map((inputs) => ({ name, inputs })))
  while (waiting.length > 0) {
    // A layer's calls keep their order.
    const stuck = new Set<string>()
    const still = waiting.filter(({ name, inputs }) => {
      const ready = !stuck.has(name) && inputs.every(([from, call]) => call < (answered.get(from) ?? 0))
      if (ready) answered.set(name, (answered.get(name) ?? 0) + 1)
      else stuck.add(name)
      return !ready
    })
    if (still.length === waiting.length) return still[0]?.name ?? null
    waiting = still
  }
  return null
}
