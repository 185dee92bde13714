import type uPlot from 'uplot'
import { type Bars, bestClassical } from '#lib/domain/bars.ts'
import { formatScore } from '../format.ts'
import { labelPlaces } from './label-places.ts'

interface Colours {
  baseline: string
  pass: string
  full: string
  classical: string
  ink: string
}

const LABEL_HEIGHT = 12
const DASHES: Readonly<Record<string, number[]>> = { baseline: [1, 3], classical: [6, 3, 1, 3] }

/**
 * Draws baseline (dotted), the best classical model (dashes and dots), pass (a line with a tick) and full (a double line)
 * across the plot, named at its right.
 */
export function drawBars(chart: uPlot, bars: Bars | undefined, colours: Colours, font: string): void {
  if (!bars) return
  const { ctx, bbox } = chart
  const px = devicePixelRatio
  const right = bbox.left + bbox.width
  const classical = bestClassical(bars)
  const lines = [
    ...(classical ? [{ name: 'classical', value: classical.score, colour: colours.classical }] : []),
    ...(bars.baseline === null ? [] : [{ name: 'baseline', value: bars.baseline, colour: colours.baseline }]),
    { name: 'pass', value: bars.pass, colour: colours.pass },
    { name: 'full', value: bars.full, colour: colours.full },
  ].map((line) => ({ ...line, y: chart.valToPos(line.value, 'y', true) }))

  ctx.save()
  ctx.lineWidth = px
  for (const { name, colour, y } of lines) {
    ctx.strokeStyle = colour
    ctx.setLineDash((DASHES[name] ?? []).map((length) => length * px))
    ctx.beginPath()
    for (const offset of name === 'full' ? [-1.5 * px, 1.5 * px] : [0]) {
      ctx.moveTo(bbox.left, y + offset)
      ctx.lineTo(right, y + offset)
    }
    if (name === 'pass') {
      ctx.moveTo(right, y - 4 * px)
      ctx.lineTo(right, y + 4 * px)
    }
    ctx.stroke()
  }

  // Names lie beside their lines, as near as they can.
  ctx.font = font.replace(/^\d+/, (size) => String(Number(size) * px))
  ctx.textBaseline = 'middle'
  ctx.textAlign = 'left'
  ctx.fillStyle = colours.ink
  const named = lines.toSorted((a, b) => a.y - b.y)
  const places = labelPlaces(
    named.map(({ y }) => y),
    LABEL_HEIGHT * px,
    bbox.top + bbox.height,
  )
  named.forEach(({ name, value }, i) => {
    ctx.fillText(`${name} ${formatScore(bars.metric, value)}`, right + 7 * px, places[i] as number)
  })
  ctx.restore()
}
