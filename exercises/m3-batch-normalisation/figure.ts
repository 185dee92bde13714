// Draws figure.svg: node --experimental-transform-types exercises/m3-batch-normalisation/figure.ts
import { writeFileSync } from 'node:fs'
import { INK, panel, picture } from '../../docs/figures/plot-svg.ts'

const plot = panel({
  x: { label: 'training steps', from: 0, to: 300, ticks: [0, 50, 100, 150, 200, 250, 300] },
  y: {
    label: 'share of the start that is left',
    from: 0,
    to: 1,
    ticks: [0, 0.25, 0.5, 0.75, 1],
    format: (share) => `${100 * share} %`,
  },
})
for (const [momentum, colour, at] of [
  [0.9, INK.green, 25],
  [0.99, INK.blue, 95],
  [0.999, INK.orange, 200],
] as const) {
  plot.line(
    Array.from({ length: 301 }, (_, step) => [step, momentum ** step] as const),
    colour,
  )
  plot.label([at, momentum ** at], `momentum ${momentum}`, colour, 'start', [6, -6])
}
writeFileSync(new URL('figure.svg', import.meta.url), picture([plot]))
