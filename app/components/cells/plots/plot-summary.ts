import type { Plot } from '#lib/contract/cell-output.ts'
import { shortNumber } from './plot-scale.ts'

/** A plot in a sentence or two, for who cannot see it. */
export function plotSummary(plot: Plot): string {
  const title = plot.title ? `${plot.title}. ` : ''
  switch (plot.kind) {
    case 'line':
      return title + plot.series.map(lineInWords).join(' ')
    case 'scatter': {
      const groups = plot.groups.map(({ name, points }) =>
        `${points.length} ${name === 'points' ? '' : `of ${name}`}`.trim(),
      )
      const total = plot.groups.reduce((sum, { points }) => sum + points.length, 0)
      return `${title}${total} points${plot.groups.length > 1 ? `: ${groups.join(', ')}` : ''}.`
    }
    case 'bars': {
      const largest = plot.bars.reduce((a, b) => (b.value > a.value ? b : a))
      return `${title}${plot.bars.length} bars, the highest ${largest.label} with ${shortNumber(largest.value)}.`
    }
    case 'image':
      return `${title}Image of ${plot.width} × ${plot.height} pixels, values from ${shortNumber(plot.low)} to ${shortNumber(plot.high)}.`
    default:
      return plot satisfies never
  }
}

function lineInWords({ name, points }: { name: string; points: readonly { x: number; y: number }[] }): string {
  const first = points[0]
  const last = points.at(-1)
  if (!first || !last) return `${name}: no points.`
  const verb = last.y < first.y ? 'falls' : last.y > first.y ? 'rises' : 'ends as it began,'
  const lowest = points.reduce((a, b) => (b.y < a.y ? b : a))
  const highest = points.reduce((a, b) => (b.y > a.y ? b : a))
  return `${name} ${verb} from ${shortNumber(first.y)} to ${shortNumber(last.y)}, lowest ${shortNumber(lowest.y)} at ${shortNumber(lowest.x)}, highest ${shortNumber(highest.y)} at ${shortNumber(highest.x)}.`
}
