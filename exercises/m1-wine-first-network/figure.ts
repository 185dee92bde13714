// Draws figure.svg: node --experimental-transform-types exercises/m1-wine-first-network/figure.ts
import { readFileSync, writeFileSync } from 'node:fs'
import { INK, panel, picture } from '../../docs/figures/plot-svg.ts'

const [header = '', ...lines] = readFileSync(new URL('../../datasets/wine/wine.csv', import.meta.url), 'utf8')
  .trim()
  .split('\n')
const names = header.split(',').slice(0, 13)
const rows = lines.map((line) => line.split(',').map(Number))

const columns = names.map((name, i) => {
  const values = rows.map((row) => row[i] ?? 0)
  return {
    name: name.replaceAll('_', ' ').replace(/^od280.*/, 'od280/od315'),
    low: Math.min(...values),
    high: Math.max(...values),
  }
})
columns.sort((a, b) => b.high - a.high)

const plot = panel({
  x: {
    label: 'values in the table, from smallest to largest',
    from: 0.1,
    to: 3000,
    log: true,
    ticks: [0.1, 1, 10, 100, 1000],
  },
  y: { label: '', from: 12.7, to: -0.7, ticks: [] },
  at: [150, 8, 320, 226],
})
for (const [i, { name, low, high }] of columns.entries()) {
  plot.box([low, i - 0.27], [high, i + 0.27], INK.blue)
  plot.label([0.1, i], name, INK.grey, 'end', [-8, 4])
}
writeFileSync(new URL('figure.svg', import.meta.url), picture([plot]))
