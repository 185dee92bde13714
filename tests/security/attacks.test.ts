import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type FiringRange, openRange } from '#grader/attack/firing-range.ts'
import { loadCorpus } from '#grader/attack/load-corpus.ts'
import { tryAttack } from '#grader/attack/try-attack.ts'
import { isRoot } from '#grader/box/box-folders.ts'
import { startTrainer } from '#grader/trainer/start-trainer.ts'
import type { Trainer } from '#grader/trainer/trainer.ts'

const ITEMS = 54
const corpus = await loadCorpus()
const levels = isRoot() ? (['full', 'personal'] as const) : (['personal'] as const)

/**
 * What learner code says is judged by the grader, outside of every box: these come out the same at any level, and the
 * second level leaves them to `gradus attack`. What is read or forged through the box itself is tried at both.
 */
const JUDGED_OUTSIDE = new Set([3, 5, 6, 7, 8, 9, 12, 13, 14, 15, 16, 17, 51, 52])
const casesOf = (level: (typeof levels)[number]) =>
  level === levels[0] ? corpus : corpus.filter(({ attack }) => !JUDGED_OUTSIDE.has(attack.number))

/** In the worker's environment: must never come out of a box. */
const secret = `canary-${randomBytes(12).toString('hex')}`

let trainer: Trainer
beforeAll(async () => {
  process.env.GRADUS_TEST_SECRET = secret
  trainer = await startTrainer({ threads: 1, oneDnn: 'convolutions' })
})
afterAll(async () => {
  delete process.env.GRADUS_TEST_SECRET
  await trainer?.stop()
})

it('has a case for every item of the list', () => {
  const items = new Set(corpus.map(({ attack }) => attack.number))
  expect([...items].sort((a, b) => a - b)).toEqual(Array.from({ length: ITEMS }, (_, i) => i + 1))
  for (const { id, attack } of corpus) expect(Number.parseInt(id, 10)).toBe(attack.number)
  expect(new Set(corpus.map(({ id }) => id)).size).toBe(corpus.length)
})

describe.each(levels)('in a box of level %s', (level) => {
  let range: FiringRange
  beforeAll(async () => {
    range = await openRange(level, async () => trainer, [secret])
  })
  afterAll(() => range?.close())

  it.each(casesOf(level).map((one) => [`${one.id} ${one.attack.title}`, one] as const))(
    'contains %s',
    async (_, one) => {
      const { faults, verdict } = await tryAttack(range, one)
      expect(faults).toEqual([])
      // The set-up of every machine that runs these tests brings a compiler.
      expect(verdict).not.toBe('not tried')
    },
    60_000,
  )
})
