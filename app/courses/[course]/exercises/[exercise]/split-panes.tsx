'use client'
import {
  type CSSProperties,
  type KeyboardEvent,
  type PointerEvent,
  type ReactNode,
  useEffect,
  useRef,
  useState,
} from 'react'
import { cn } from '#app/components/cn.ts'

export interface Pane {
  id: string
  label: string
  content: ReactNode
}

interface Props {
  panes: readonly [Pane, Pane, Pane]
  /** Which one a narrow screen shows. */
  active: string
  onActivate: (id: string) => void
  /** Where the widths are remembered. */
  storageKey: string
}

type Widths = [number, number, number]

const DEFAULT: Widths = [29, 40, 31]
const LEAST = 16
const STEP = 2

/** Moves the border after pane `index` by `by` per cent, within what the two beside it can give. */
function moved(widths: Widths, index: 0 | 1, by: number): Widths {
  const next: Widths = [...widths]
  const [left, right] = [next[index], next[index + 1] ?? 0]
  const step = Math.max(LEAST - left, Math.min(by, right - LEAST))
  next[index] = left + step
  next[index + 1] = right - step
  return next
}

function recall(key: string): Widths | null {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(key) ?? 'null')
    const fits =
      Array.isArray(stored) && stored.length === 3 && stored.every((n) => typeof n === 'number' && n >= LEAST)
    return fits ? (stored as Widths) : null
  } catch {
    return null
  }
}

/** Three columns whose borders can be moved; on a narrow screen one at a time, chosen above, in the same order. */
export function SplitPanes({ panes, active, onActivate, storageKey }: Props) {
  const frame = useRef<HTMLDivElement>(null)
  const [widths, setWidths] = useState<Widths>(DEFAULT)

  useEffect(() => {
    const stored = recall(storageKey)
    if (stored) setWidths(stored)
  }, [storageKey])

  const settle = (next: Widths) => {
    setWidths(next)
    try {
      localStorage.setItem(storageKey, JSON.stringify(next))
    } catch {
      // The widths are then those of the next visit's beginning.
    }
  }

  return (
    <>
      <nav aria-label="Part of the exercise" className="grid grid-cols-3 border-line border-b bg-bg p-1 lg:hidden">
        {panes.map(({ id, label }) => (
          <button
            key={id}
            type="button"
            aria-pressed={active === id}
            onClick={() => onActivate(id)}
            className="h-8 rounded-md font-medium text-ink-3 text-ui transition-colors duration-150 aria-pressed:bg-hover aria-pressed:text-ink"
          >
            {label}
          </button>
        ))}
      </nav>
      <div
        ref={frame}
        className="grid min-h-0 flex-1 lg:grid-cols-[var(--columns)]"
        style={{ '--columns': `${widths[0]}fr 1px ${widths[1]}fr 1px ${widths[2]}fr` } as CSSProperties}
      >
        {panes.map(({ id, label, content }, i) => (
          <PaneWithBorder
            key={id}
            border={
              i > 0 ? (
                <Border
                  label={`Width of ${panes[i - 1]?.label.toLowerCase()}`}
                  value={widths[i - 1] ?? 0}
                  frame={frame}
                  onMove={(by) => setWidths((current) => moved(current, (i - 1) as 0 | 1, by))}
                  onSettle={(by) => settle(moved(widths, (i - 1) as 0 | 1, by))}
                  onReset={() => settle(DEFAULT)}
                />
              ) : null
            }
          >
            <section
              aria-label={label}
              className={cn('min-h-0 min-w-0 flex-col', active === id ? 'flex' : 'hidden lg:flex')}
            >
              {content}
            </section>
          </PaneWithBorder>
        ))}
      </div>
    </>
  )
}

const PaneWithBorder = ({ border, children }: { border: ReactNode; children: ReactNode }) => (
  <>
    {border}
    {children}
  </>
)

interface BorderProps {
  label: string
  value: number
  frame: { current: HTMLDivElement | null }
  onMove: (byPercent: number) => void
  onSettle: (byPercent: number) => void
  onReset: () => void
}

function Border({ label, value, frame, onMove, onSettle, onReset }: BorderProps) {
  const last = useRef<number | null>(null)
  const percent = (pixels: number) => (pixels / Math.max(1, frame.current?.clientWidth ?? 1)) * 100
  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId)
    last.current = event.clientX
  }
  const onPointerMove = (event: PointerEvent) => {
    if (last.current === null) return
    onMove(percent(event.clientX - last.current))
    last.current = event.clientX
  }
  const onPointerUp = () => {
    if (last.current === null) return
    last.current = null
    onSettle(0)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowLeft: -STEP, ArrowRight: STEP, Home: -100, End: 100 }[event.key]
    if (step === undefined) return
    event.preventDefault()
    onSettle(step)
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a rule cannot be dragged
    <div
      role="separator"
      aria-orientation="vertical"
      aria-label={label}
      aria-valuenow={Math.round(value)}
      aria-valuemin={LEAST}
      aria-valuemax={100 - 2 * LEAST}
      tabIndex={0}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={onPointerUp}
      onDoubleClick={onReset}
      onKeyDown={onKeyDown}
      className="relative z-10 hidden cursor-col-resize touch-none bg-line transition-colors duration-150 after:absolute after:inset-y-0 after:-left-1.5 after:w-3 hover:bg-accent focus-visible:bg-accent lg:block"
    />
  )
}
