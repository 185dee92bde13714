import { HeatMap } from '../kit/heat-map.tsx'

interface Props {
  title: string
  label: string
  values: ArrayLike<number>
  /** Pixels of a side. */
  side: number
  shade: 'grey' | 'signed-strong'
  /** What the kernel covers, or gives. */
  box: { row: number; column: number; size: number }
  onPick: (row: number, column: number) => void
}

const KEYS: Record<string, readonly [number, number]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
}

/** A square picture with a box on it, which a press or the arrow keys move. */
export function PixelPicture({ title, label, values, side, shade, box, onPick }: Props) {
  const middle = Math.floor(box.size / 2)
  const place = (pixels: number) => `${(100 * pixels) / side}%`
  return (
    <div className="min-w-0">
      <p className="mb-1 truncate font-medium text-xs">{title}</p>
      <button
        type="button"
        aria-label={`${label}. Arrow keys move the kernel.`}
        className="relative block aspect-square w-full overflow-hidden rounded-md ring-1 ring-line"
        onClick={(event) => {
          // A press of Enter has no place.
          if (event.detail === 0) return
          const frame = event.currentTarget.getBoundingClientRect()
          onPick(
            Math.floor(((event.clientY - frame.top) / frame.height) * side),
            Math.floor(((event.clientX - frame.left) / frame.width) * side),
          )
        }}
        onKeyDown={(event) => {
          const by = KEYS[event.key]
          if (!by) return
          event.preventDefault()
          onPick(box.row + middle + by[0], box.column + middle + by[1])
        }}
      >
        <HeatMap values={values} columns={side} rows={side} shade={shade} />
        <span
          aria-hidden
          className="absolute rounded-[1px] outline-2 outline-accent"
          style={{ left: place(box.column), top: place(box.row), width: place(box.size), height: place(box.size) }}
        />
      </button>
    </div>
  )
}
