import { findExports } from '#app/courses/[course]/exercises/[exercise]/editor/find-exports.ts'
import type { SlotName } from '#lib/contract/slots.ts'
import type { ContractCode } from '#lib/playground/show-as-code.ts'

const OWN = ['prepare', 'buildModel', 'training'] as const

/** The network as a solution of an exercise: what the exercise locks stays as its starter has it. */
export function intoStarter(starter: string, locked: readonly SlotName[], code: ContractCode): string {
  const given = findExports(starter)
    .filter(({ name }) => locked.some((slot) => slot === name))
    .map(({ from, to }) => starter.slice(from, to))
  const own = OWN.filter((slot) => !locked.includes(slot)).flatMap((slot) => code[slot] ?? [])
  const body = [...own, ...given].join('\n\n')
  const types = TYPES.filter((type) => new RegExp(`\\b${type}\\b`).test(body))
  return `import type { ${types.join(', ')} } from 'gradus'\n\n${body}\n`
}

/** What the contract's module exports. */
const TYPES = ['Augmentation', 'BuildModel', 'Ctx', 'Functions', 'Prepare', 'Training', 'TrainingConfig']
