// Draws figure.svg: node --experimental-transform-types exercises/m6-learning-curve/figure.ts
import { readFileSync, writeFileSync } from 'node:fs'
import { INK, type Point, panel, picture } from '../../docs/figures/plot-svg.ts'
import { LearningCurve } from '../../lib/contract/learning-curve.ts'

const curve = LearningCurve.parse(JSON.parse(readFileSync(new URL('learning-curve.json', import.meta.url), 'utf8')))
const COLOURS: Record<string, string> = {
  logistic: INK.grey,
  neighbours: INK.purple,
  small: INK.orange,
  large: INK.blue,
}
const inWords = (rows: number) => (rows >= 1000 ? `${rows / 1000}k` : String(rows))

const plot = panel({
  x: {
    label: 'training rows',
    from: 400,
    to: 1_200_000,
    log: true,
    ticks: [500, 2000, 8000, 32_000, 128_000],
    format: inWords,
  },
  y: { label: 'accuracy', from: 0.6, to: 1, ticks: [0.6, 0.7, 0.8, 0.9, 1] },
})
for (const { id, title, points } of curve.models) {
  const colour = COLOURS[id] ?? INK.grey
  const line = points.map(({ rows, accuracy }): Point => [rows, accuracy])
  const last = line.at(-1)
  plot.line(line, colour).dots(line, colour, 2.6)
  if (last) plot.label(last, title, colour, 'start', [6, 4])
}
writeFileSync(new URL('figure.svg', import.meta.url), picture([plot]))
