import { type Grid, pixelAt } from '../kit/convolve.ts'
import { fixed } from '../kit/number.ts'

/** Nine numbers in their places, tinted by their size and sign. */
export function NumberGrid({ title, grid, shade }: { title: string; grid: Grid; shade: 'grey' | 'signed' }) {
  const reach = Math.max(1e-9, ...grid.values.map(Math.abs))
  const tint = (value: number) =>
    shade === 'grey'
      ? `color-mix(in oklab, var(--ink) ${Math.round(14 * (1 - value))}%, transparent)`
      : `color-mix(in oklab, ${value >= 0 ? 'var(--train)' : 'var(--validation)'} ${Math.round((30 * Math.abs(value)) / reach)}%, transparent)`
  return (
    <div className="min-w-0">
      <p className="mb-1 text-ink-3 text-xs">{title}</p>
      <div className="tnum grid grid-cols-3 text-[10px] ring-1 ring-line @sm:text-xs">
        {Array.from(grid.values, (_, at) => {
          const value = pixelAt(grid, Math.floor(at / 3), at % 3)
          return (
            <span
              // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its place
              key={at}
              className="py-1 text-center"
              style={{ background: tint(value) }}
            >
              {fixed(value, Number.isInteger(value) ? 0 : 2)}
            </span>
          )
        })}
      </div>
    </div>
  )
}
