import { z } from 'zod'

const KEY = 'gradus:scratchpad'
const Stored = z.array(z.strictObject({ id: z.string().regex(/^cell-\d{1,6}$/), source: z.string() })).min(1)

export interface PadCell {
  id: string
  source: string
  /** As it was when the page was opened: where Reset leads. */
  initial: string
}

const EXAMPLE = [
  {
    id: 'cell-1',
    source: `// A tensor, and what its columns look like.
const x = tf.tensor([[1, 200], [2, 180], [3, 240]])
const { mean, variance } = tf.moments(x, 0)
print('mean', mean)
x.sub(mean).div(variance.sqrt())`,
  },
  {
    id: 'cell-2',
    source: `const steps = Array.from({ length: 60 }, (_, i) => i / 5 - 6)
plot.line({
  sigmoid: steps.map((x) => ({ x, y: 1 / (1 + Math.exp(-x)) })),
  relu: steps.map((x) => ({ x, y: Math.max(0, x) / 6 })),
}, { title: 'Two activations' })`,
  },
]

/** The cells as they were left; an example where there are none. */
export function readPad(): PadCell[] {
  let stored: unknown = null
  try {
    stored = JSON.parse(localStorage.getItem(KEY) ?? 'null')
  } catch {
    // Storage may be forbidden, or hold what is no JSON.
  }
  const cells = Stored.safeParse(stored)
  return (cells.success ? cells.data : EXAMPLE).map((cell) => ({ ...cell, initial: cell.source }))
}

export function writePad(cells: readonly PadCell[]): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(cells.map(({ id, source }) => ({ id, source }))))
  } catch {
    // Full or forbidden: the cells stay for as long as the page does.
  }
}
