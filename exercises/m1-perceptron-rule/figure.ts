// Draws figure.svg: node --experimental-transform-types exercises/m1-perceptron-rule/figure.ts
import { writeFileSync } from 'node:fs'
import { INK, type Point, panel, picture } from '../../docs/figures/plot-svg.ts'
import { keyedHash } from '../../lib/catalogue/keyed-hash.ts'
import { seeded } from '../../lib/catalogue/seeded.ts'
import { functions } from './solution.ts'

const rng = seeded(keyedHash('a figure', 'perceptron'))
const Y = Array.from({ length: 40 }, (_, i) => i % 2)
const X = Y.map((label) => [rng.normal(label ? 1.6 : -0.6, 0.75), rng.normal(label ? 1.9 : -0.4, 0.75)])

/** The line after each row that was got wrong. */
const lines: { w: number[]; b: number }[] = []
let { w, b } = { w: [0, 0], b: 0 }
for (let epoch = 0; epoch < 20; epoch++)
  for (const [row, x] of X.entries()) {
    if (functions.predict(w, b, x) === Y[row]) continue
    ;({ w, b } = functions.update(w, b, x, Y[row] ?? 0, 0.5))
    lines.push({ w, b })
  }
const wrong = X.filter((x, row) => functions.predict(w, b, x) !== Y[row]).length
console.log(`${lines.length} updates, ${wrong} rows wrong at the end`)

const LOW = -3
const HIGH = 4
const plot = panel({
  x: { label: 'first input', from: LOW, to: HIGH, ticks: [-2, 0, 2, 4] },
  y: { label: 'second input', from: LOW, to: HIGH, ticks: [-2, 0, 2, 4] },
})
/** The two places where w·x + b = 0 leaves the frame. */
function ends({ w: [w1 = 0, w2 = 0], b }: { w: number[]; b: number }): Point[] {
  const crossings: Point[] = []
  for (const edge of [LOW, HIGH]) {
    if (w2 !== 0) crossings.push([edge, -(w1 * edge + b) / w2])
    if (w1 !== 0) crossings.push([-(w2 * edge + b) / w1, edge])
  }
  return crossings.filter(([x, y]) => x >= LOW && x <= HIGH && y >= LOW && y <= HIGH).slice(0, 2)
}
for (const line of lines.slice(0, -1)) plot.line(ends(line), '#b9bec6')
plot.line(ends({ w, b }), INK.green)
plot.dots(X.filter((_, row) => Y[row] === 0) as unknown as Point[], INK.blue, 3.4)
plot.dots(X.filter((_, row) => Y[row] === 1) as unknown as Point[], INK.orange, 3.4)
writeFileSync(new URL('figure.svg', import.meta.url), picture([plot]))
