import type { ColumnStats, Finding } from './facts.ts'

const MAX_MEAN = 0.1
const SD_RANGE = [0.9, 1.1] as const

/** Standardised columns: |mean| < 0.1 and 0.9 < sd < 1.1, measured on the prepared training rows. */
export function checkScaled(facts: { preparedColumns: ColumnStats[]; columnNames: string[] | null }): Finding {
  const wrong = facts.preparedColumns.findIndex(
    ({ mean, sd }) => !(Math.abs(mean) < MAX_MEAN && sd > SD_RANGE[0] && sd < SD_RANGE[1]),
  )
  const column = facts.preparedColumns[wrong]
  if (!column) return { passed: true, measured: 'Every prepared column has a mean near 0 and a spread near 1.' }
  const name = facts.columnNames?.[wrong]
  return {
    passed: false,
    measured: `Column ${wrong + 1}${name ? ` (${name})` : ''} of your prepared training rows has mean ${short(column.mean)} and standard deviation ${short(column.sd)}.`,
  }
}

const short = (value: number) => String(Number(value.toPrecision(3)))
