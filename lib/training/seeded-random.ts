/** A generator of numbers in [0, 1), as `Math.random` is. */
export type Random = () => number

/**
 * sfc32 (PractRand), seeded through splitmix32. `stream` gives independent generators of one seed, so that, say, the
 * order of the rows does not depend on how many numbers the initialisers drew.
 */
export function seededRandom(seed: number, stream = ''): Random {
  let state = 0x811c9dc5
  for (const character of `${seed}:${stream}`) state = Math.imul(state ^ character.charCodeAt(0), 0x01000193)
  const word = () => {
    state = (state + 0x9e3779b9) | 0
    let z = state
    z = Math.imul(z ^ (z >>> 16), 0x21f0aaad)
    z = Math.imul(z ^ (z >>> 15), 0x735a2d97)
    return z ^ (z >>> 15)
  }
  let a = word()
  let b = word()
  let c = word()
  let counter = 1
  const next = () => {
    const sum = (((a + b) | 0) + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + sum) | 0
    return (sum >>> 0) / 2 ** 32
  }
  for (let i = 0; i < 12; i++) next()
  return next
}

/** A standard normal number (Box–Muller; the second of the pair is thrown away). */
export const normal = (random: Random): number =>
  Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())

/** A whole number from `low` to `high`, both included. */
export const integer = (random: Random, low: number, high: number): number =>
  low + Math.floor(random() * (high - low + 1))

/** 0 … n − 1 in random order (Fisher–Yates). */
export function permutation(n: number, random: Random): Uint32Array {
  const order = Uint32Array.from({ length: n }, (_, i) => i)
  for (let i = n - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1))
    const held = order[i] as number
    order[i] = order[j] as number
    order[j] = held
  }
  return order
}

/**
 * Runs `run` with `Math.random` replaced by a seeded generator, because TensorFlow.js draws initial weights, dropout
 * masks and their seeds from it. Nothing else may run in this process meanwhile.
 */
export async function withSeededMathRandom<T>(seed: number, run: () => Promise<T>): Promise<T> {
  const original = Math.random
  Math.random = seededRandom(seed, 'tfjs')
  try {
    return await run()
  } finally {
    Math.random = original
  }
}
