/**
 * mulberry32 (Tommy Ettinger, public domain): numbers in [0, 1) from a 32-bit seed. Put in place of `Math.random`, so
 * that the same source gives the same outcome again; nothing secret depends on it.
 */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}
