/**
 * Small plots for the texts of exercises, as SVG on clear ground in dark ink; on a dark page they are shown inverted.
 * Figures are drawn once, by `node --experimental-transform-types exercises/<slug>/figure.ts`, and lie beside the text.
 */
export interface Axis {
  label: string
  from: number
  to: number
  log?: boolean
  ticks: readonly number[]
  format?: (value: number) => string
}

export type Point = readonly [number, number]

export const INK = { blue: '#1d5fc4', orange: '#b8500a', green: '#0f7a55', purple: '#7b3fa5', grey: '#5f6773' } as const

interface Frame {
  x: Axis
  y: Axis
  /** Within the picture, in its units: left, top, width, height of the drawing without axes. */
  at?: readonly [number, number, number, number]
  title?: string
}

const WIDTH = 480
const HEIGHT = 280
const DEFAULT_AT = [58, 14, 408, 218] as const

/** The drawing of one panel: axes first, then what is added to it. */
export function panel({ x, y, at = DEFAULT_AT, title }: Frame) {
  const [left, top, width, height] = at
  const px = (value: number) => round(left + width * shareOf(x, value))
  const py = (value: number) => round(top + height * (1 - shareOf(y, value)))
  const parts: string[] = [
    ...y.ticks.map((tick) => `<path d="M${left} ${py(tick)}h${width}" stroke="#000" stroke-opacity=".1"/>`),
    ...y.ticks.map((tick) => text(left - 7, py(tick) + 4, (y.format ?? String)(tick), 'end')),
    ...x.ticks.map((tick) => text(px(tick), top + height + 17, (x.format ?? String)(tick), 'middle')),
    `<path d="M${left} ${top}v${height}h${width}" fill="none" stroke="${INK.grey}"/>`,
    text(left + width / 2, top + height + 36, x.label, 'middle'),
    y.label
      ? `<text transform="translate(${left - 44} ${top + height / 2}) rotate(-90)" text-anchor="middle">${escaped(y.label)}</text>`
      : '',
    title ? text(left + width / 2, top - 6, title, 'middle', '#000') : '',
  ]
  const self = {
    line(points: readonly Point[], colour: string, dash = '') {
      const path = points.map(([a, b], i) => `${i === 0 ? 'M' : 'L'}${px(a)} ${py(b)}`).join('')
      const dashed = dash ? ` stroke-dasharray="${dash}"` : ''
      parts.push(`<path d="${path}" fill="none" stroke="${colour}" stroke-width="2" stroke-linejoin="round"${dashed}/>`)
      return self
    },
    dots(points: readonly Point[], colour: string, radius = 2.2, opacity = 1) {
      const circles = points.map(([a, b]) => `<circle cx="${px(a)}" cy="${py(b)}" r="${radius}"/>`).join('')
      parts.push(`<g fill="${colour}"${opacity < 1 ? ` fill-opacity="${opacity}"` : ''}>${circles}</g>`)
      return self
    },
    /** A filled box between two corners, in the units of the axes. */
    box([a, b]: Point, [c, d]: Point, colour: string, opacity = 1) {
      const [x0, x1, y0, y1] = [px(Math.min(a, c)), px(Math.max(a, c)), py(Math.max(b, d)), py(Math.min(b, d))]
      parts.push(
        `<path d="M${x0} ${y0}H${x1}V${y1}H${x0}z" fill="${colour}"${opacity < 1 ? ` fill-opacity="${round(opacity)}"` : ''}/>`,
      )
      return self
    },
    label([a, b]: Point, words: string, colour: string, anchor: Anchor = 'start', [dx, dy]: Point = [0, 0]) {
      parts.push(text(px(a) + dx, py(b) + dy, words, anchor, colour))
      return self
    },
    svg: () => parts.join(''),
  }
  return self
}

/** A whole picture. */
export const picture = (panels: readonly { svg(): string }[], height = HEIGHT): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" font-family="system-ui, sans-serif" font-size="12.5" fill="${INK.grey}">${panels.map((one) => one.svg()).join('')}</svg>\n`

type Anchor = 'start' | 'middle' | 'end'
const text = (x: number, y: number, words: string, anchor: Anchor, colour: string = INK.grey) =>
  `<text x="${round(x)}" y="${round(y)}" text-anchor="${anchor}" fill="${colour}">${escaped(words)}</text>`

function shareOf({ from, to, log }: Axis, value: number): number {
  const share = log ? Math.log(value / from) / Math.log(to / from) : (value - from) / (to - from)
  return Math.min(1, Math.max(0, share))
}

/** 10⁻³. */
export const powerOfTen = (value: number): string => {
  const digits = String(Math.round(Math.log10(value)))
  return `10${digits.replace(/[-\d]/g, (digit) => (digit === '-' ? '⁻' : ('⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)] ?? digit)))}`
}

const escaped = (words: string) => words.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
const round = (value: number) => Math.round(value * 10) / 10
