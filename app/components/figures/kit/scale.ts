/** From a quantity to a place on the screen, and where to mark the axis. */
export interface Scale {
  at(value: number): number
  /** The value at a place. */
  invert(place: number): number
  ticks: number[]
}

type Pair = readonly [number, number]

/** Round numbers inside the domain: 1, 2 or 5 times a power of ten apart, about `count` of them. */
export function roundTicks([from, to]: Pair, count: number): number[] {
  const rough = (to - from) / Math.max(1, count)
  if (!(rough > 0)) return [from]
  const power = 10 ** Math.floor(Math.log10(rough))
  const apart = power * ([1, 2, 5, 10].find((step) => step * power >= rough * 0.999) ?? 10)
  const first = Math.ceil(from / apart - 1e-9)
  const last = Math.floor(to / apart + 1e-9)
  return Array.from({ length: last - first + 1 }, (_, i) => Number(((first + i) * apart).toPrecision(12)))
}

export function linearScale(domain: Pair, range: Pair, count = 4): Scale {
  const [from, to] = domain
  const slope = (range[1] - range[0]) / (to - from || 1)
  return {
    at: (value) => range[0] + (value - from) * slope,
    invert: (place) => from + (place - range[0]) / slope,
    ticks: roundTicks(domain, count),
  }
}

/** Equal factors take equal room. Values at or below 0 lie at the lower end. */
export function logScale(domain: Pair, range: Pair, count = 4): Scale {
  const logs: Pair = [Math.log10(domain[0]), Math.log10(domain[1])]
  const linear = linearScale(logs, range, count)
  const apart = Math.max(1, Math.ceil((logs[1] - logs[0]) / count))
  const first = Math.ceil(logs[0] - 1e-9)
  const decades = Math.floor(logs[1] + 1e-9) - first
  return {
    at: (value) => linear.at(value > 0 ? Math.max(logs[0], Math.log10(value)) : logs[0]),
    invert: (place) => 10 ** linear.invert(place),
    ticks: Array.from({ length: Math.floor(decades / apart) + 1 }, (_, i) => 10 ** (first + i * apart)),
  }
}
