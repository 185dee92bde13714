import type { CheckSummary } from '#lib/catalogue/summarise-checks.ts'

const HEADINGS = [
  'exercise',
  'metric',
  'solution: worst',
  'median',
  'points: least',
  'median',
  'furthest wrong way',
  '',
]

/** One line an exercise: what its solution gets over all installations, and the wrong way that gets furthest. */
export function printCheckTable(summaries: readonly CheckSummary[]): void {
  const lines = [HEADINGS, ...summaries.map(cells)]
  const widths = HEADINGS.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)))
  console.log()
  for (const line of lines)
    console.log(
      line
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
}

function cells(summary: CheckSummary): string[] {
  const { slug, metric, worstScore, medianScore, leastPoints, medianPoints, bestWrongWay, failures } = summary
  return [
    slug,
    metric,
    score(worstScore),
    score(medianScore),
    String(leastPoints),
    String(medianPoints),
    bestWrongWay ? `${bestWrongWay.name}: ${score(bestWrongWay.score)}, ${bestWrongWay.points} points` : '',
    failures.length === 0 ? 'holds' : `${failures.length} failed`,
  ]
}

const score = (value: number | null): string => value?.toFixed(4) ?? '–'
