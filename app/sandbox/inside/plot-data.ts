import { PLOT_LIMITS, Plot } from '#lib/contract/cell-output.ts'
import { isTensor } from './format-value.ts'

export interface PlotOptions {
  title?: string
  label?: string
}

/** Something that cannot be drawn, in the learner's words. */
export class PlotFault extends Error {
  override readonly name = 'PlotFault'
}

type Point = { x: number; y: number }

/** The plots that a cell can ask for, as data: what `plot.line` and the others are given, made sense of. */
export const plotOf = {
  /** Numbers, points, or several of either by name. */
  line(data: unknown, { title, label }: PlotOptions = {}): Plot {
    const series = isListLike(data)
      ? [{ name: label ?? 'value', points: pointsOf(data, 'plot.line') }]
      : entriesOf(data, 'plot.line').map(([name, values]) => ({ name, points: pointsOf(values, `plot.line: ${name}`) }))
    return made({ kind: 'line', ...given({ title, label }), series: series.map(thinned) }, 'plot.line')
  },

  /** Points; with `colour`, one word or number for each point, they are coloured by it. */
  scatter(data: unknown, { title, colour }: PlotOptions & { colour?: unknown } = {}): Plot {
    const points = pointsOf(data, 'plot.scatter')
    const colours = colour === undefined ? null : listOf(colour, 'plot.scatter: colour').map(String)
    if (colours && colours.length !== points.length)
      throw new PlotFault(`plot.scatter: ${points.length} points, but ${colours.length} colours.`)
    const groups = new Map<string, Point[]>()
    points.forEach((point, i) => {
      const name = colours?.[i] ?? 'points'
      groups.set(name, [...(groups.get(name) ?? []), point])
    })
    const named = [...groups].map(([name, group]) => thinned({ name, points: group }))
    return made({ kind: 'scatter', ...given({ title }), groups: named }, 'plot.scatter')
  },

  bars(labels: unknown, values: unknown, { title }: PlotOptions = {}): Plot {
    const names = listOf(labels, 'plot.bars').map(String)
    const heights = listOf(values, 'plot.bars').map((value) => numberOf(value, 'plot.bars'))
    if (names.length !== heights.length)
      throw new PlotFault(`plot.bars: ${names.length} labels, but ${heights.length} values.`)
    const bars = names.map((label, i) => ({ label, value: heights[i] ?? 0 }))
    return made({ kind: 'bars', ...given({ title }), bars }, 'plot.bars')
  },

  /** A tensor or nested arrays, [height, width] or [height, width, channels]; the darkest is the lowest number. */
  image(data: unknown, { title }: PlotOptions = {}): Plot {
    const rows = listOf(data, 'plot.image').map((row) => listOf(row, 'plot.image: a row'))
    const [first] = rows
    const height = rows.length
    const width = first?.length ?? 0
    if (height === 0 || width === 0 || height > PLOT_LIMITS.side || width > PLOT_LIMITS.side)
      throw new PlotFault(`plot.image: ${height} × ${width}; each side should be 1 to ${PLOT_LIMITS.side}.`)
    if (rows.some((row) => row.length !== width)) throw new PlotFault('plot.image: rows of different lengths.')
    const pixels = rows.flat().map((pixel) => (isListLike(pixel) ? listOf(pixel, 'plot.image: a pixel') : [pixel]))
    const channels = pixels[0]?.length
    if ((channels !== 1 && channels !== 3) || pixels.some((pixel) => pixel.length !== channels))
      throw new PlotFault('plot.image: a pixel should have 1 or 3 numbers.')
    const values = pixels.flat().map((value) => numberOf(value, 'plot.image'))
    // Not by spread: 200,000 numbers are too many arguments.
    const low = values.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY)
    const high = values.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY)
    return made({ kind: 'image', ...given({ title }), width, height, channels, values, low, high }, 'plot.image')
  },
}

function made(plot: unknown, what: string): Plot {
  const parsed = Plot.safeParse(plot)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw new PlotFault(`${what}: ${issue?.path.join('.')}: ${issue?.message}`)
}

const given = (options: PlotOptions) =>
  Object.fromEntries(
    Object.entries(options).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])),
  )

/** A line of a million points is drawn by as many as the screen can show. */
function thinned({ name, points }: { name: string; points: Point[] }) {
  const every = Math.ceil(points.length / PLOT_LIMITS.points)
  return { name, points: every > 1 ? points.filter((_, i) => i % every === 0) : points }
}

const isListLike = (value: unknown): boolean =>
  Array.isArray(value) || ArrayBuffer.isView(value) || (typeof value === 'object' && value !== null && isTensor(value))

function listOf(value: unknown, what: string): unknown[] {
  if (Array.isArray(value)) return value
  if (ArrayBuffer.isView(value)) return Array.from(value as unknown as ArrayLike<number>)
  if (typeof value === 'object' && value !== null && isTensor(value)) {
    const list = value.arraySync()
    if (Array.isArray(list)) return list
  }
  throw new PlotFault(`${what} should be an array or a tensor.`)
}

function entriesOf(value: unknown, what: string): [string, unknown][] {
  if (typeof value === 'object' && value !== null) return Object.entries(value)
  throw new PlotFault(`${what} should get numbers, points or an object of them, such as { loss, valLoss }.`)
}

function pointsOf(value: unknown, what: string): Point[] {
  return listOf(value, what).flatMap((one, i) => {
    const [x, y] =
      typeof one === 'number' || one === null
        ? [i, one]
        : isListLike(one)
          ? listOf(one, what)
          : [Reflect.get(Object(one), 'x'), Reflect.get(Object(one), 'y')]
    if (y === null) return []
    if (typeof x !== 'number' || typeof y !== 'number')
      throw new PlotFault(`${what}: point ${i} should be a number, [x, y] or { x, y }.`)
    // A gap, not a fault: losses diverge.
    return Number.isFinite(x) && Number.isFinite(y) ? [{ x, y }] : []
  })
}

function numberOf(value: unknown, what: string): number {
  if (typeof value === 'number' && Number.isFinite(value)) return value
  if (typeof value === 'boolean') return Number(value)
  throw new PlotFault(`${what}: ${String(value)} is no finite number.`)
}
