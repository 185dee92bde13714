import type { Need } from '#lib/domain/needs.ts'
import type { WorkState } from '#lib/domain/work-state.ts'

/** Each state by a glyph and a word, so that colour only helps. */
export const WORK_LOOKS: Record<WorkState, { glyph: string; word: string }> = {
  none: { glyph: '·', word: 'Nothing yet' },
  drafting: { glyph: '✎', word: 'Has a draft' },
  grading: { glyph: '…', word: 'Being graded' },
  failing: { glyph: '✕', word: 'Only errors' },
  below: { glyph: '▽', word: 'Below the pass bar' },
  passed: { glyph: '▲', word: 'Passed' },
  full: { glyph: '◆', word: 'Full marks bar' },
}

export const NEED_WORDS: Record<Need, string> = {
  'same-error': 'Same trouble 3 times',
  stuck: 'Stuck',
  'not-started': 'Not started',
}

/** The tint of a cell: green from the pass bar on, amber below it, stronger the further along; red for errors alone. */
export function tintOf(state: WorkState, heat: number | null): string | undefined {
  const mix = (colour: string, percent: number) =>
    `color-mix(in oklab, var(${colour}) ${Math.round(percent)}%, transparent)`
  switch (state) {
    case 'full':
    case 'passed':
      return mix('--pass', 9 + 19 * (heat ?? 0))
    case 'below':
      return mix('--validation', 8 + 12 * (heat ?? 0))
    case 'failing':
      return mix('--bad', 12)
    case 'grading':
      return mix('--accent', 10)
    case 'drafting':
    case 'none':
      return undefined
    default:
      return state satisfies never
  }
}
