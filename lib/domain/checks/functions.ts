import type { Finding } from './facts.ts'

export function checkPure({ mutated }: { mutated: string[] }): Finding {
  if (mutated.length === 0) return { passed: true, measured: 'Your functions leave their arguments as they were.' }
  return { passed: false, measured: `${list(mutated)} changed an array it was given.` }
}

export function checkFinite({ nonFinite }: { nonFinite: string[] }): Finding {
  if (nonFinite.length === 0) return { passed: true, measured: 'Every answer is a finite number.' }
  return { passed: false, measured: `${list(nonFinite)} answered NaN or Infinity.` }
}

const list = (names: string[]) => [...new Set(names)].map((name) => `\`${name}\``).join(', ')
