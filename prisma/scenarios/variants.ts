import type { Exercise } from '#lib/contract/exercise.ts'
import type { SlotName } from '#lib/contract/slots.ts'
import type { Variant } from './recording.ts'

interface Edit {
  /** What it touches; it is left out where the exercise does not leave that slot to the learner. */
  slot: SlotName | null
  edit: (solution: string) => string
}

const scaleRate = (factor: number) => (source: string) =>
  source.replace(
    /learningRate: (\(epoch[^)]*\) => )?([\d.]+)/,
    (_match, schedule: string | undefined, rate: string) => `learningRate: ${schedule ?? ''}${Number(rate) * factor}`,
  )

/** A parenthesis lost while typing, in the last function. */
function loseParenthesis(source: string): string {
  const at = source.lastIndexOf(')')
  return at < 0 ? source : source.slice(0, at) + source.slice(at + 1)
}

const divide = (by: number, least: number) => (_match: string, name: string, value: string) =>
  `${name}: ${Math.max(least, Math.round(Number(value) / by))}`

/** What learners do to a solution that works. */
const EDITS: Partial<Record<Variant, Edit>> = {
  t: { slot: null, edit: loseParenthesis },
  x: { slot: 'buildModel', edit: (source) => source.replace('export const buildModel', 'const buildModel') },
  q: { slot: 'training', edit: scaleRate(0.02) },
  b: { slot: 'training', edit: scaleRate(60) },
  h: { slot: 'training', edit: (source) => source.replace(/(epochs): (\d+)/, divide(8, 1)) },
  w: { slot: 'buildModel', edit: (source) => source.replace(/(units): (\d+)/g, divide(8, 2)) },
}

/** The edited solution, or null where the edit does not apply. */
export function editSolution(variant: Variant, solution: string, { slots }: Exercise): string | null {
  const edit = EDITS[variant]
  if (!edit || (edit.slot !== null && slots[edit.slot] !== 'write')) return null
  const edited = edit.edit(solution)
  return edited === solution ? null : edited
}
