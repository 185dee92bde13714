// Draws figure.svg: node --experimental-transform-types exercises/m5-haul-truck-faults/figure.ts
import { writeFileSync } from 'node:fs'
import { generate } from '../../datasets/telemetry/generator.ts'
import { INK, type Point, panel, picture } from '../../docs/figures/plot-svg.ts'
import { keyedHash } from '../../lib/catalogue/keyed-hash.ts'
import { seeded } from '../../lib/catalogue/seeded.ts'

const FAULTS = ['healthy', 'bearing drift', 'belt slip', 'cyclic burst', 'lagging drive']
const CHANNELS = [
  { name: 'vibration', colour: INK.orange },
  { name: 'temperature', colour: INK.purple },
  { name: 'current', colour: INK.blue },
  { name: 'belt speed', colour: INK.green },
]
const { x } = generate(FAULTS.length, seeded(keyedHash('a figure', 'telemetry', 4)))
const panels = x.map((window, fault) => {
  const [column, row] = [fault % 3, Math.floor(fault / 3)]
  const plot = panel({
    at: [30 + column * 154, 22 + row * 142, 138, 92],
    title: FAULTS[fault] ?? '',
    x: { label: '', from: 1, to: 32, ticks: [8, 16, 24] },
    y: { label: '', from: -5, to: 5, ticks: column === 0 ? [-4, 0, 4] : [] },
  })
  for (const [at, { colour }] of CHANNELS.entries())
    plot.line(
      Array.from({ length: 32 }, (_, step): Point => [step + 1, window[step * CHANNELS.length + at] ?? 0]),
      colour,
    )
  return plot
})
const legend = CHANNELS.map(
  ({ name, colour }, i) => `<text x="350" y="${192 + i * 20}" fill="${colour}">— ${name}</text>`,
).join('')
writeFileSync(new URL('figure.svg', import.meta.url), picture([...panels, { svg: () => legend }], 290))
