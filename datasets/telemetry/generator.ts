import type { Generate } from '../../lib/catalogue/generate-rows.ts'
import type { Rng } from '../../lib/catalogue/seeded.ts'

const STEPS = 32
const LAG_STEPS = 3
/** Load before the window, so that a lagging current has something to follow. */
const WARM_UP_STEPS = 6
const [BEARING_DRIFT, BELT_SLIP, CYCLIC_BURST, LAGGING_DRIVE] = [1, 2, 3, 4]
const CLASSES = 5

export const generate: Generate = (count, rng) => {
  const y = Array.from({ length: count }, (_, i) => i % CLASSES)
  return { x: y.map((fault) => drawWindow(fault, rng)), y }
}

/** 32 × [vibration, temperature, current, belt speed], flattened. */
function drawWindow(fault: number, rng: Rng): number[] {
  const load = drawLoad(rng)
  const onset = 6 + rng.int(STEPS - 16)
  const severity = rng.range(0.9, 1.8)
  const period = 4 + rng.int(4)
  const phase = rng.int(period)
  const zero = {
    vibration: rng.normal(0, 0.8),
    temperature: rng.normal(0, 0.8),
    current: rng.normal(0, 0.5),
    speed: rng.normal(0, 0.5),
  }
  // Spikes in every class: a spike alone is no fault.
  const spikes = new Set(Array.from({ length: rng.int(5) }, () => rng.int(STEPS)))

  const readings: number[] = []
  let heat = 0
  for (let step = 0; step < STEPS; step++) {
    const now = load[step + WARM_UP_STEPS] ?? 0
    heat = 0.9 * heat + 0.1 * now
    let vibration = 0.5 * now
    let temperature = 1.5 * heat
    let current = now
    let speed = -0.5 * now
    if (spikes.has(step)) vibration += rng.range(1.2, 2.4)
    if (fault === BEARING_DRIFT && step >= onset) {
      const worn = (step - onset) / (STEPS - onset)
      vibration += severity * worn
      temperature += 1.6 * severity * worn
    }
    if (fault === BELT_SLIP && step >= onset) {
      speed -= 0.9 * severity
      vibration += 0.35 * severity
    }
    if (fault === CYCLIC_BURST && (step + phase) % period === 0) vibration += rng.range(1.2, 2.4)
    if (fault === LAGGING_DRIVE) current = load[step + WARM_UP_STEPS - LAG_STEPS] ?? 0
    readings.push(
      rounded(vibration + zero.vibration + rng.normal(0, 0.35)),
      rounded(temperature + zero.temperature + rng.normal(0, 0.2)),
      rounded(current + zero.current + rng.normal(0, 0.3)),
      rounded(speed + zero.speed + rng.normal(0, 0.3)),
    )
  }
  return readings
}

/** A load that wanders: each step keeps 85 % of the last. */
function drawLoad(rng: Rng): number[] {
  const load: number[] = []
  let level = rng.normal()
  for (let step = 0; step < STEPS + WARM_UP_STEPS; step++) {
    level = 0.85 * level + rng.normal(0, 0.5)
    load.push(level)
  }
  return load
}

/** Four decimals: the last bit of a sine may differ between machines. */
const rounded = (value: number) => Math.round(value * 1e4) / 1e4
