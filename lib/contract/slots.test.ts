import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { resolveSlots, SLOTS, SlotMode, type Slots } from './slots.ts'

const modes = (given: Partial<Slots>): Slots => ({
  prepare: '-',
  buildModel: '-',
  training: '-',
  functions: '-',
  ...given,
})

describe('resolveSlots', () => {
  it.each([
    ['write', true, true, 'solution'],
    ['write', true, false, 'solution'],
    ['open', true, true, 'solution'],
    ['open', false, true, 'starter'],
    ['locked', true, true, 'starter'],
    ['locked', false, true, 'starter'],
    ['locked', true, false, 'none'],
    ['-', true, true, 'none'],
  ] as const)('%s with own=%s and starter=%s takes the %s', (mode, own, starter, source) => {
    const resolution = resolveSlots(
      modes({ training: mode }),
      new Set(own ? ['training'] : []),
      new Set(starter ? ['training'] : []),
    )
    expect(resolution).toMatchObject({ ok: true, slots: { training: { source } } })
  })

  it.each([
    ['write', true],
    ['open', false],
  ] as const)('asks for an export that is missing: %s, starter=%s', (mode, starter) => {
    expect(resolveSlots(modes({ buildModel: mode }), new Set(), new Set(starter ? ['buildModel'] : []))).toMatchObject({
      ok: false,
      missing: 'buildModel',
      hint: expect.stringContaining('export function buildModel'),
    })
  })

  it('has the identity as the default of prepare', () => {
    expect(resolveSlots(modes({ prepare: 'locked' }), new Set(), new Set())).toMatchObject({
      slots: { prepare: { source: 'default' } },
    })
  })

  it('says when something was ignored, but only if it differs from the starter', () => {
    const both = new Set(['prepare', 'functions'])
    const given = modes({ prepare: 'locked' })
    const changed = resolveSlots(given, both, both, both)
    if (!changed.ok) throw new Error(changed.message)
    expect(changed.slots.prepare.notice).toContain('locked')
    expect(changed.slots.functions.notice).toContain('plays no part')
    const unchanged = resolveSlots(given, both, both, new Set())
    if (!unchanged.ok) throw new Error(unchanged.message)
    expect(SLOTS.flatMap((name) => unchanged.slots[name].notice ?? [])).toEqual([])
  })

  it('never takes a learner’s version of a slot that is locked or plays no part', () => {
    const mode = fc.constantFrom(...SlotMode.options)
    const names = fc.subarray([...SLOTS]).map((list) => new Set<string>(list))
    fc.assert(
      fc.property(
        fc.record({ prepare: mode, buildModel: mode, training: mode, functions: mode }),
        names,
        names,
        (given, own, starter) => {
          const resolution = resolveSlots(given, own, starter)
          if (!resolution.ok) return
          for (const name of SLOTS)
            if (given[name] === 'locked' || given[name] === '-')
              expect(resolution.slots[name].source).not.toBe('solution')
        },
      ),
    )
  })
})
