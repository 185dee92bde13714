import { z } from 'zod'

/** The four exports a solution may have. */
export const SLOTS = ['prepare', 'buildModel', 'training', 'functions'] as const
export const SlotName = z.enum(SLOTS)
export type SlotName = z.infer<typeof SlotName>

/** What an exercise makes of a slot; see gradus.d.ts. */
export const SlotMode = z.enum(['write', 'open', 'locked', '-'])
export type SlotMode = z.infer<typeof SlotMode>

export const Slots = z.strictObject({
  prepare: SlotMode,
  buildModel: SlotMode,
  training: SlotMode,
  functions: SlotMode,
})
export type Slots = z.infer<typeof Slots>

/** Where the version of a slot that counts comes from. */
export type SlotSource = 'solution' | 'starter' | 'default' | 'none'

export interface ResolvedSlot {
  source: SlotSource
  /** Said to the learner when something they wrote is not used. */
  notice?: string
}

export type SlotResolution =
  | { ok: true; slots: Record<SlotName, ResolvedSlot> }
  | { ok: false; missing: SlotName; message: string; hint: string }

/**
 * Which version of each slot counts, from the names the two modules export.
 * `changed` names the exports whose text differs from the starter's: only those deserve a notice when ignored.
 */
export function resolveSlots(
  modes: Slots,
  solution: ReadonlySet<string>,
  starter: ReadonlySet<string>,
  changed: ReadonlySet<string> = solution,
): SlotResolution {
  const slots = {} as Record<SlotName, ResolvedSlot>
  for (const name of SLOTS) {
    const mode = modes[name]
    const fallback: SlotSource = starter.has(name) ? 'starter' : name === 'prepare' ? 'default' : 'none'
    const ignored = solution.has(name) && changed.has(name)
    if (mode === '-') {
      slots[name] = {
        source: 'none',
        ...(ignored ? { notice: `\`${name}\` plays no part in this exercise; yours was ignored.` } : {}),
      }
    } else if (mode === 'locked') {
      slots[name] = {
        source: fallback,
        ...(ignored
          ? { notice: `\`${name}\` is locked in this exercise: the given version was used, not yours.` }
          : {}),
      }
    } else if (solution.has(name)) {
      slots[name] = { source: 'solution' }
    } else if (mode === 'open' && fallback !== 'none') {
      slots[name] = { source: fallback }
    } else {
      return {
        ok: false,
        missing: name,
        message: `Your file does not export \`${name}\`.`,
        hint: `Write \`export ${name === 'training' || name === 'functions' ? 'const' : 'function'} ${name} …\`: this exercise asks for it.`,
      }
    }
  }
  return { ok: true, slots }
}
