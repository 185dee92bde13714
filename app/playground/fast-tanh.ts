/** Points of the table for each unit of z. */
const FINENESS = 32
/** Beyond it tanh is ±1 to 4 · 10⁻⁹. */
const REACH = 10
const table = Float64Array.from({ length: 2 * REACH * FINENESS + 1 }, (_, i) => Math.tanh(i / FINENESS - REACH))

/**
 * tanh to 10⁻⁸, several times as fast as the exact one, for what is drawn and not learnt from. With t the tanh of the
 * table's nearest point and d what is left to z: tanh(a + d) = (t + tanh d) / (1 + t tanh d), and tanh d ≈ d − d³ / 3.
 */
export function fastTanh(z: number): number {
  if (z >= REACH) return 1
  if (z <= -REACH) return -1
  const nearest = ((z + REACH) * FINENESS + 0.5) | 0
  const d = z - (nearest / FINENESS - REACH)
  const left = d * (1 - (d * d) / 3)
  const t = table[nearest] as number
  return (t + left) / (1 + t * left)
}
