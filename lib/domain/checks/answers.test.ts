import { describe, expect, it } from 'vitest'
import { FunctionsCheckSpec } from './check-spec.ts'
import { runFunctionsChecks } from './run-checks.ts'

const run = (rule: object, asked: { expect: unknown; answer: unknown }[]) => {
  const spec = FunctionsCheckSpec.parse({ id: 'x', level: 'must', points: 0, what: 'w', ...rule })
  const visible = asked.map((one) => ({ fn: 'conv2d', ...one }))
  return runFunctionsChecks([spec], { mutated: [], nonFinite: [], gradients: null, visible })[0]
}

describe('shapes', () => {
  it.each([
    ['numbers', 3, 4],
    ['images', [[1, 2]], [[3, 4]]],
    ['fields in any order', { h: [1], c: [2] }, { c: [0], h: [0] }],
    ['a throw, which is another matter', [[1, 2]], undefined],
  ])('holds for %s', (_, expected, answer) =>
    expect(run({ rule: 'shapes' }, [{ expect: expected, answer }])?.passed).toBe(true),
  )

  it.each([
    [[[1, 2]], [[1], [2]], /`conv2d` answered an array of 2 × 1 where an array of 1 × 2 was asked for/],
    [[1, 2], [1, 2, 3], /a list of 3 where a list of 2/],
    [6, [6], /a list of 1 where a number/],
    [{ h: [1], c: [2] }, [1], /a list of 1 where \{ c: a list of 1, h: a list of 1 \}/],
  ])('fails for %j answered with %j', (expected, answer, said) => {
    const outcome = run({ rule: 'shapes' }, [
      { expect: 0, answer: 0 },
      { expect: expected, answer },
    ])
    expect(outcome?.passed).toBe(false)
    expect(outcome?.feedback).toMatch(said)
  })
})

describe('wrong-answer', () => {
  const rule = { rule: 'wrong-answer', case: 2, answer: [[-1, 2]] }
  const first = { expect: 1, answer: [[-1, 2]] }
  it.each([
    ['a right answer', [[1, -2]], true],
    ['another wrong answer', 'what?', true],
    ['no answer', undefined, true],
    ['the usual mistake', [[-1, 2]], false],
    ['the usual mistake, rounded otherwise', [[-1 + 1e-9, 2]], false],
  ])('%s', (_, answer, passed) => expect(run(rule, [first, { expect: [[1, -2]], answer }])?.passed).toBe(passed))
})
