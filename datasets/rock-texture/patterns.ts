import type { Rng } from '../../lib/catalogue/seeded.ts'

/** Brightness at a pixel, about −1 to 1. */
type Pattern = (x: number, y: number) => number
type DrawPattern = (size: number, rng: Rng) => Pattern

/** In the order of the card's classes. */
export const PATTERNS: DrawPattern[] = [banded, conglomerate, vesicular, granite, veined, breccia]

/** Wavy stripes in some direction. */
function banded(_size: number, rng: Rng): Pattern {
  const turn = rng.range(0, Math.PI)
  const width = rng.range(4, 9)
  const phase = rng.range(0, 7)
  const wave = rng.range(0, 1.5)
  const frequency = rng.range(0.1, 0.3)
  return (x, y) => {
    const across = x * Math.cos(turn) + y * Math.sin(turn)
    const along = -x * Math.sin(turn) + y * Math.cos(turn)
    return 0.8 * Math.sign(Math.sin((2 * Math.PI * (across + wave * Math.sin(frequency * along))) / width + phase))
  }
}

/** Round pebbles, each with its own grey and a dark rim. */
function conglomerate(size: number, rng: Rng): Pattern {
  const pebbles = scatter(9 + rng.int(8), () => ({
    x: rng.range(0, size),
    y: rng.range(0, size),
    radius: rng.range(2.2, 5),
    grey: 0.35 + 0.6 * rng.range(-1, 1),
  }))
  return (x, y) =>
    pebbles.reduce((below, pebble) => {
      const distance = Math.sqrt(square(pebble.x - x) + square(pebble.y - y))
      if (distance < pebble.radius) return pebble.grey
      return distance < pebble.radius + 0.9 ? -1 : below
    }, -0.5)
}

/** Small dark bubbles. */
function vesicular(size: number, rng: Rng): Pattern {
  const bubbles = scatter(22 + rng.int(18), () => ({
    x: rng.range(0, size),
    y: rng.range(0, size),
    radius: rng.range(0.8, 2.2),
  }))
  return (x, y) =>
    bubbles.some((bubble) => square(bubble.x - x) + square(bubble.y - y) < square(bubble.radius)) ? -1.1 : 0.45
}

/** Interlocked grains of three minerals. */
function granite(size: number, rng: Rng): Pattern {
  const grains = drawSites(60 + rng.int(40), size, rng)
  return (x, y) => {
    const { shade } = nearest(grains, x, y)
    return shade < 0.35 ? -0.9 : shade < 0.7 ? 0.1 : 0.9
  }
}

/** A few thin bright wavy lines. */
function veined(size: number, rng: Rng): Pattern {
  const veins = scatter(2 + rng.int(3), () => {
    const turn = rng.range(0, Math.PI)
    const [cos, sin] = [Math.cos(turn), Math.sin(turn)]
    return {
      cos,
      sin,
      offset: rng.range(0.15, 0.85) * size * (cos + sin),
      halfWidth: rng.range(0.6, 1.3),
      wave: rng.range(0, 1.6),
      frequency: rng.range(0.15, 0.5),
    }
  })
  return (x, y) =>
    veins.some((vein) => {
      const across = x * vein.cos + y * vein.sin - vein.offset
      const along = -x * vein.sin + y * vein.cos
      return Math.abs(across + vein.wave * Math.sin(vein.frequency * along)) < vein.halfWidth
    })
      ? 1.2
      : -0.35
}

/** Angular fragments with dark seams: where the two nearest centres are about equally far. */
function breccia(size: number, rng: Rng): Pattern {
  const fragments = drawSites(14 + rng.int(10), size, rng)
  return (x, y) => {
    const { distance, next, shade } = nearest(fragments, x, y)
    return next - distance < 1.1 ? -1.1 : 0.1 + 0.9 * (shade - 0.5)
  }
}

interface Site {
  x: number
  y: number
  shade: number
}

const drawSites = (count: number, size: number, rng: Rng): Site[] =>
  scatter(count, () => ({ x: rng.range(-2, size + 2), y: rng.range(-2, size + 2), shade: rng.uniform() }))

const square = (value: number) => value * value
const scatter = <T>(count: number, draw: () => T): T[] => Array.from({ length: count }, draw)

/** Distance to the nearest site and to the next one, and the nearest one's shade. */
function nearest(sites: Site[], x: number, y: number): { distance: number; next: number; shade: number } {
  // Squares while comparing: this runs for every pixel and site, and Math.hypot would take most of the time.
  let first = Number.POSITIVE_INFINITY
  let second = Number.POSITIVE_INFINITY
  let shade = 0
  for (const site of sites) {
    const found = square(site.x - x) + square(site.y - y)
    if (found < first) {
      second = first
      first = found
      shade = site.shade
    } else if (found < second) second = found
  }
  return { distance: Math.sqrt(first), next: Math.sqrt(second), shade }
}
