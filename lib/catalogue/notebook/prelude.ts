/**
 * The first code cell of an export: what the page gives a lesson's cells, for the Deno kernel. `plot` draws SVG, which
 * every notebook can show; colours are those of the course's charts.
 */
export const prelude = (tfjsVersion: string): string => `import * as tf from 'npm:@tensorflow/tfjs@${tfjsVersion}'

// Everything else stays in here, so that a lesson may use any other name for its own.
const { print, plot } = (() => {
  type Point = { x: number; y: number }
  type Options = { title?: string; label?: string; colour?: string }

  const show = (svg: string) => Deno.jupyter.display({ 'image/svg+xml': svg }, { raw: true })
  const print = (...values: unknown[]) => {
    console.log(...values.map((value) => (value instanceof tf.Tensor ? value.toString() : value)))
  }
  const escape = (text: unknown) => String(text).replace(/[&<>"]/g, (c) => '&#' + c.charCodeAt(0) + ';')
  const ends = (values: number[]): [number, number] => {
    const [low, high] = [Math.min(...values), Math.max(...values)]
    return low === high ? [low - 1, high + 1] : [low, high]
  }
  const round = (value: number) => String(Number(value.toPrecision(3)))

  function frame(inner: string, { title = '', label = '' }: Options, x?: [number, number], y?: [number, number]) {
    const tick = (at: string, text: number) => '<text ' + at + '>' + round(text) + '</text>'
    show(
      '<svg xmlns="http://www.w3.org/2000/svg" width="520" height="260" font-family="sans-serif" font-size="11">' +
        '<rect width="520" height="260" fill="white"/><path d="M50 30V220H500" fill="none" stroke="#888"/>' +
        '<text x="50" y="18" font-size="13">' + escape(title) + '</text><text x="500" y="18" text-anchor="end">' + escape(label) + '</text>' +
        (x ? tick('x="50" y="236"', x[0]) + tick('x="500" y="236" text-anchor="end"', x[1]) : '') +
        (y ? tick('x="45" y="220" text-anchor="end"', y[0]) + tick('x="45" y="38" text-anchor="end"', y[1]) : '') +
        inner + '</svg>',
    )
  }

  const plot = {
    line(values: number[] | Point[], options: Options = {}) {
      const points = values.map((v, i) => (typeof v === 'number' ? { x: i, y: v } : v))
      const [x, y] = [ends(points.map((p) => p.x)), ends(points.map((p) => p.y))]
      const path = points.map((p) => at(p, x, y).join(',')).join(' ')
      frame('<polyline points="' + path + '" fill="none" stroke="#2463ad" stroke-width="1.5"/>', options, x, y)
    },
    scatter(points: (Point & { colour?: string | number })[], options: Options = {}) {
      const [x, y] = [ends(points.map((p) => p.x)), ends(points.map((p) => p.y))]
      const palette = ['#2463ad', '#c2691c', '#2f8558', '#8a4fb0', '#777777']
      const dots = points.map((p) => {
        const [cx, cy] = at(p, x, y)
        const fill = typeof p.colour === 'number' ? palette[p.colour % palette.length] : (p.colour ?? options.colour ?? palette[0])
        return '<circle cx="' + cx + '" cy="' + cy + '" r="3" fill-opacity="0.75" fill="' + escape(fill) + '"/>'
      })
      frame(dots.join(''), options, x, y)
    },
    image(rows: number[][], options: Options = {}) {
      const [low, high] = ends(rows.flat())
      const size = Math.min(190 / rows.length, 450 / rows[0].length)
      const cells = rows.flatMap((row, r) =>
        row.map((value, c) => {
          const grey = Math.round((255 * (value - low)) / (high - low))
          const place = 'x="' + (51 + c * size) + '" y="' + (30 + r * size) + '" width="' + size + '" height="' + size + '"'
          return '<rect ' + place + ' fill="rgb(' + grey + ',' + grey + ',' + grey + ')"/>'
        }),
      )
      frame(cells.join(''), options)
    },
    bars(labels: string[], values: number[], options: Options = {}) {
      const y = ends([0, ...values])
      const width = 450 / values.length
      const zero = at({ x: 0, y: 0 }, [0, 1], y)[1]
      const bars = values.map((value, i) => {
        const top = at({ x: 0, y: value }, [0, 1], y)[1]
        const place = 'x="' + (53 + i * width) + '" y="' + Math.min(top, zero) + '" width="' + (width - 6) + '" height="' + Math.abs(top - zero) + '"'
        return '<rect ' + place + ' fill="#2463ad"/><text x="' + (50 + (i + 0.5) * width) + '" y="236" text-anchor="middle">' + escape(labels[i]) + '</text>'
      })
      frame(bars.join(''), options, undefined, y)
    },
  }
  const at = (p: Point, x: [number, number], y: [number, number]): [number, number] => [
    50 + (450 * (p.x - x[0])) / (x[1] - x[0]),
    220 - (185 * (p.y - y[0])) / (y[1] - y[0]),
  ]

  return { print, plot }
})()`
