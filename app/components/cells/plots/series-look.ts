/** Told apart by dash and shape as well as by colour. */
export const SERIES_LOOK = [
  { colour: 'var(--train)', dash: undefined, shape: 'circle' },
  { colour: 'var(--validation)', dash: '5 3', shape: 'square' },
  { colour: 'var(--pass)', dash: '2 3', shape: 'triangle' },
  { colour: 'var(--accent)', dash: '8 3', shape: 'diamond' },
  { colour: 'var(--full)', dash: '8 3 2 3', shape: 'cross' },
  { colour: 'var(--baseline)', dash: '1 3', shape: 'ring' },
] as const

export type Shape = (typeof SERIES_LOOK)[number]['shape']

export const lookOf = (index: number) => SERIES_LOOK[index % SERIES_LOOK.length] ?? SERIES_LOOK[0]

/** The outline of a mark around (x, y). */
export function markPath(shape: Shape, x: number, y: number, r = 3): string {
  switch (shape) {
    case 'circle':
    case 'ring':
      return `M${x - r},${y}a${r},${r} 0 1,0 ${2 * r},0a${r},${r} 0 1,0 ${-2 * r},0`
    case 'square':
      return `M${x - r},${y - r}h${2 * r}v${2 * r}h${-2 * r}z`
    case 'triangle':
      return `M${x},${y - r * 1.2}l${r * 1.2},${r * 2.2}h${-r * 2.4}z`
    case 'diamond':
      return `M${x},${y - r * 1.3}l${r * 1.3},${r * 1.3}l${-r * 1.3},${r * 1.3}l${-r * 1.3},${-r * 1.3}z`
    case 'cross':
      return `M${x - r},${y - r}l${2 * r},${2 * r}M${x + r},${y - r}l${-2 * r},${2 * r}`
    default:
      return shape satisfies never
  }
}
