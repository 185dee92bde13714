// Draws figure.svg: node --experimental-transform-types exercises/m5-grade-forecast/figure.ts
import { writeFileSync } from 'node:fs'
import { generate } from '../../datasets/grade-series/generator.ts'
import { INK, type Point, panel, picture } from '../../docs/figures/plot-svg.ts'
import { keyedHash } from '../../lib/catalogue/keyed-hash.ts'
import { seeded } from '../../lib/catalogue/seeded.ts'

const HOURS = 96
const CHANNELS = 6
const { x, y } = generate(HOURS, seeded(keyedHash('a figure', 'plant', 2)))
/** The newest hour of each window. */
const channel = (at: number): Point[] => x.map((row, hour) => [hour, row[row.length - CHANNELS + at] ?? 0])
// A window's target lies two hours after its end.
const concentrate = y.map((grade, hour): Point => [hour + 2, grade])

const days = { label: '', from: 0, to: HOURS, ticks: [0, 24, 48, 72, 96] }
const feed = panel({
  at: [58, 14, 408, 74],
  x: days,
  y: { label: 'feed, %', from: 57, to: 64, ticks: [58, 60, 62, 64] },
})
feed.line(channel(0), INK.orange)
const pace = panel({ at: [58, 112, 408, 54], x: days, y: { label: 't/h', from: 0, to: 2800, ticks: [0, 1300, 2600] } })
pace.line(channel(2), INK.grey)
const product = panel({
  at: [58, 190, 408, 84],
  x: { ...days, label: 'hours' },
  y: { label: 'product, %', from: 62.5, to: 66.5, ticks: [63, 64, 65, 66] },
})
product
  .line(concentrate, INK.blue)
  .line(channel(5), INK.purple, '4 3')
  .label([64, 66.1], 'in the concentrate', INK.blue)
  .label([24, 63.2], 'as the laboratory reports', INK.purple)
writeFileSync(new URL('figure.svg', import.meta.url), picture([feed, pace, product], 320))
