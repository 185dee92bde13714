import { useId } from 'react'
import { cn } from '../../cn.ts'

interface Props {
  label: string
  value: number
  min: number
  max: number
  step: number
  onChange: (value: number) => void
  /** How the value is read, beside the label and by a screen reader. */
  text: string
  className?: string
}

/** A number to move: the browser's own range, so that arrow keys, touch and screen readers know it. */
export function Slider({ label, value, min, max, step, onChange, text, className }: Props) {
  const id = useId()
  return (
    <div className={cn('min-w-0', className)}>
      <div className="flex items-baseline justify-between gap-2 text-xs">
        <label htmlFor={id} className="truncate text-ink-2">
          {label}
        </label>
        <span aria-hidden className="tnum shrink-0 font-medium text-ink">
          {text}
        </span>
      </div>
      <input
        id={id}
        type="range"
        min={min}
        max={max}
        step={step}
        value={value}
        aria-valuetext={text}
        onChange={(event) => onChange(event.currentTarget.valueAsNumber)}
        className="block h-5 w-full cursor-pointer accent-accent"
      />
    </div>
  )
}
