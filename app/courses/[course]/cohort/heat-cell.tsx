import type { Route } from 'next'
import Link from 'next/link'
import { cn } from '#app/components/cn.ts'
import { formatNumberOf, formatScore, metricWord } from '#app/components/format.ts'
import type { CohortCell, CohortColumn } from '#lib/usecases/read-cohort.ts'
import { tintOf, WORK_LOOKS } from './work-look.ts'

const MOST_DOTS = 6

/** One student in one assignment: state, score against the bars as a tint, attempts as dots, lateness as a word. */
export function HeatCell({
  cell,
  column,
  href,
  compact,
}: {
  cell: CohortCell
  column: CohortColumn
  href: Route
  compact: boolean
}) {
  const { glyph, word } = WORK_LOOKS[cell.state]
  const score = cell.score === null ? null : formatScore(column.bars.metric, cell.score)
  const told = [
    column.title,
    word,
    score &&
      `${metricWord(column.bars.metric).toLowerCase()} ${score}, pass ${formatScore(column.bars.metric, column.bars.pass)}`,
    cell.attempts > 0 && formatNumberOf(cell.attempts, 'attempt'),
    cell.late && 'late',
  ]
    .filter(Boolean)
    .join(', ')
  return (
    // The name at the row's start leads to the same page; hundreds of stops for the Tab key would help nobody.
    <Link
      href={href}
      tabIndex={-1}
      title={told}
      className={cn(
        'tnum relative flex flex-col justify-center rounded px-2 text-xs ring-ink-3 hover:ring-1',
        compact ? 'h-6' : 'h-11',
      )}
      style={{ background: tintOf(cell.state, cell.heat) }}
    >
      <span className="sr-only">{told}</span>
      <span aria-hidden className="flex items-center justify-between gap-1.5">
        <span className={cell.state === 'none' ? 'text-ink-3' : 'text-ink-2'}>{glyph}</span>
        <span className={cell.state === 'full' || cell.state === 'passed' ? 'font-semibold' : undefined}>{score}</span>
      </span>
      {!compact && (
        <span aria-hidden className="flex h-3 items-center justify-between text-[0.625rem] text-ink-2 leading-3">
          <span className="tracking-[0.1em]">
            {cell.attempts <= MOST_DOTS ? '•'.repeat(cell.attempts) : `${cell.attempts}×`}
          </span>
          {cell.late && <span>late</span>}
        </span>
      )}
    </Link>
  )
}
