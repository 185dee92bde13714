import { expect, it } from 'vitest'
import { dealRows } from './deal-rows.ts'
import { targetStrata } from './target-strata.ts'

it('puts each target into its tenth, equal ones too', () => {
  expect(targetStrata([5, 1, 4, 2, 3, 10, 9, 8, 7, 6])).toEqual([4, 0, 3, 1, 2, 9, 8, 7, 6, 5])
  expect(targetStrata([7, 7, 7, 7])).toEqual([0, 2, 5, 7])
  expect(targetStrata([])).toEqual([])
})

it('gives every split the same spread of targets, whatever the secret', () => {
  const targets = Array.from({ length: 442 }, (_, i) => (i * 7919) % 443)
  const spreadOf = (rows: readonly number[]) => {
    const values = rows.map((row) => targets[row] as number)
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length
    return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length)
  }
  const all = spreadOf(targets.map((_, row) => row))
  for (let secret = 0; secret < 20; secret++) {
    const dealt = dealRows({
      rows: targets.length,
      classes: targetStrata(targets),
      ordered: false,
      split: { train: 202, public: 80, private: 160 },
      secret: String(secret),
      purpose: 'set/1',
    })
    for (const rows of [dealt.train, dealt.public, dealt.private]) expect(spreadOf(rows) / all).toBeCloseTo(1, 1)
  }
})
