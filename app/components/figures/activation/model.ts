import { ACTIVATIONS, type Activation } from '../kit/activations.ts'

export const REACH = 6

/** Below this slope a unit hardly learns: a twentieth of what arrives goes on to the layer before. */
export const FLAT = 0.05

export const valuesOf = (name: Activation): [number, number][] => samples((z) => ACTIVATIONS[name].value(z))
export const slopesOf = (name: Activation): [number, number][] => samples((z) => ACTIVATIONS[name].slope(z))

function samples(f: (z: number) => number): [number, number][] {
  const count = 240
  return Array.from({ length: count + 1 }, (_, i) => {
    const z = -REACH + (2 * REACH * i) / count
    return [z, f(z)]
  })
}

/** Stretches of inputs over which the function is flat: where it saturates, or is dead. */
export function flatStretches(name: Activation): { from: number; to: number }[] {
  const stretches: { from: number; to: number }[] = []
  let open: { from: number; to: number } | null = null
  for (const [z, slope] of slopesOf(name)) {
    if (Math.abs(slope) >= FLAT) {
      open = null
      continue
    }
    if (open) open.to = z
    else {
      open = { from: z, to: z }
      stretches.push(open)
    }
  }
  return stretches
}
