import type { Exercise } from '#lib/contract/exercise.ts'
import type { GradeReport } from '#lib/contract/report.ts'

/** The report as a person reads it in a terminal. */
export function printReport(report: GradeReport, exercise: Exercise, sourceHash: string): void {
  const lines = [`\n${exercise.title} (${report.exercise}): ${report.verdict.replaceAll('_', ' ')}`]
  if (report.error) {
    const { line, column, message, hint } = report.error
    lines.push(`  ${line ? `line ${line}${column ? `:${column}` : ''}: ` : ''}${message}`)
    if (hint) lines.push(`  ${hint}`)
  }
  const { name, public: open, private: hidden } = report.metric
  if (open !== null && hidden !== null) {
    const bars = exercise.kind === 'model' ? `, full ${exercise.fullBar}, baseline ${exercise.baseline.score}` : ''
    lines.push(`  ${name}: ${round(open)} public, ${round(hidden)} private (pass ${exercise.passBar}${bars})`)
  }
  for (const { passed, what, feedback } of report.checks)
    lines.push(`  ${passed ? '✓' : '✗'} ${what}\n      ${feedback}`)
  for (const { passed, message } of report.cases) if (!passed) lines.push(`  ✗ ${message}`)
  for (const { message } of report.diagnoses) lines.push(`  ${message}`)
  if (report.verdict === 'scored')
    lines.push(`  points: ${report.points} public, ${report.finalPoints} private, of ${report.maxPoints}`)
  lines.push(
    `  ${report.finallyPassed ? 'passed' : 'not passed'} · ${report.timing.total} ms · source ${sourceHash.slice(0, 12)}`,
  )
  console.log(lines.join('\n'))
}

const round = (value: number) => Math.round(value * 10_000) / 10_000
