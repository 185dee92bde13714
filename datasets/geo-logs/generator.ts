import type { Generate } from '../../lib/catalogue/generate-rows.ts'
import type { Rng } from '../../lib/catalogue/seeded.ts'
import { COLOURS, REMARKS, ROCKS, SENTENCES, TEXTURES, VOCABULARY, WEATHERING } from './vocabulary.ts'

const TOKENS = 18
/** As in any real log. */
const WRONG_LABELS = 0.02

export const generate: Generate = (count, rng) => {
  const lines = Array.from({ length: count }, (_, i) => drawLine(i % ROCKS.length, rng))
  return { x: lines.map(({ words }) => tokensOf(words)), y: lines.map(({ label }) => label) }
}

/** One line of a drill log about the rock, which names another rock, too. */
export function drawLine(rock: number, rng: Rng): { words: string[]; label: number } {
  const other = (rock + 1 + rng.int(ROCKS.length - 1)) % ROCKS.length
  const written = {
    M: rng.pick(ROCKS[rock] ?? []),
    O: rng.pick(ROCKS[other] ?? []),
    A: [perhaps(0.6, WEATHERING, rng), perhaps(0.6, COLOURS, rng), perhaps(0.5, TEXTURES, rng)].join(' '),
    C: perhaps(0.5, COLOURS, rng),
  }
  const sentence = rng.pick(SENTENCES).replace(/\b[MOAC]\b/g, (part) => written[part as keyof typeof written])
  const remark = perhaps(0.5, REMARKS, rng)
  const label = rng.uniform() < WRONG_LABELS ? rng.int(ROCKS.length) : rock
  return { words: `${sentence}${remark && ` , ${remark}`}`.split(' ').filter(Boolean), label }
}

const perhaps = (share: number, phrases: readonly string[], rng: Rng): string =>
  rng.uniform() < share ? rng.pick(phrases) : ''

/** The last word at the last place, so that a recurrent layer ends on it; no line is longer than there are places. */
function tokensOf(words: readonly string[]): number[] {
  const tokens = words.slice(0, TOKENS).map((word) => VOCABULARY.indexOf(word))
  return [...Array.from({ length: TOKENS - tokens.length }, () => 0), ...tokens]
}
