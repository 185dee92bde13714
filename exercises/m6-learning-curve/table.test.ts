import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { LearningCurve } from '../../lib/contract/learning-curve.ts'

const read = (name: string) => readFileSync(new URL(name, import.meta.url), 'utf8')
const curve = LearningCurve.parse(JSON.parse(read('learning-curve.json')))
const table = read('README.md')

const grouped = (rows: number) => String(rows).replace(/\B(?=(\d{3})+$)/g, ',')
const line = (cells: string[]) => `| ${cells.join(' | ')} |`

it.each(curve.models)('the text tells what was measured: $title', ({ title, points }) => {
  expect(table).toContain(line([title, ...points.map(({ accuracy }) => accuracy.toFixed(3))]))
  const last = points.at(-1)
  const seconds = [last?.fitCpuSeconds, last?.predictSeconds].map((value) => (value ?? 0).toFixed(1))
  expect(table).toContain(line([title, ...seconds, 'not measured']))
})

it('heads the table with the numbers of rows', () => {
  const [model] = curve.models
  expect(table).toContain(line(['model', ...(model?.points ?? []).map(({ rows }) => grouped(rows))]))
})
