/** Random numbers that depend on the seed alone, for generators and cases. */
export interface Rng {
  /** In [0, 1), 32 bits. */
  uniform(): number
  normal(mean?: number, sd?: number): number
  /** Uniform in [low, high). */
  range(low: number, high: number): number
  /** 0 … count − 1. */
  int(count: number): number
  pick<T>(items: readonly T[]): T
  /** A shuffled copy (Fisher–Yates). */
  shuffle<T>(items: readonly T[]): T[]
}

/**
 * sfc32 (Doty-Humphrey's "small fast counting" generator), which takes 128 bits of the seed: enough that rows which
 * are known do not give the key of those which aren't.
 * @param seed at least 16 bytes, as keyedHash gives them
 */
export function seeded(seed: Uint8Array): Rng {
  const view = new DataView(seed.buffer, seed.byteOffset, seed.byteLength)
  let a = view.getUint32(0, true)
  let b = view.getUint32(4, true)
  let c = view.getUint32(8, true)
  let counter = view.getUint32(12, true)

  const uniform = () => {
    const out = (a + b + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = ((c << 21) | (c >>> 11)) + out
    return (out >>> 0) / 4294967296
  }
  for (let i = 0; i < 12; i++) uniform()

  let spare: number | null = null
  /** Box–Muller: two normals from two uniforms, the second kept for the next call. */
  const standardNormal = () => {
    if (spare !== null) {
      const kept = spare
      spare = null
      return kept
    }
    const radius = Math.sqrt(-2 * Math.log(1 - uniform()))
    const angle = 2 * Math.PI * uniform()
    spare = radius * Math.sin(angle)
    return radius * Math.cos(angle)
  }
  const int = (count: number) => Math.floor(uniform() * count)

  return {
    uniform,
    int,
    normal: (mean = 0, sd = 1) => mean + sd * standardNormal(),
    range: (low, high) => low + (high - low) * uniform(),
    pick: (items) => {
      if (items.length === 0) throw new RangeError('nothing to pick from')
      return items[int(items.length)] as (typeof items)[number]
    },
    shuffle: (items) => {
      const shuffled = [...items]
      for (let i = shuffled.length - 1; i > 0; i--) {
        const j = int(i + 1)
        const kept = shuffled[i] as (typeof items)[number]
        shuffled[i] = shuffled[j] as (typeof items)[number]
        shuffled[j] = kept
      }
      return shuffled
    },
  }
}
