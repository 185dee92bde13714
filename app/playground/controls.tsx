'use client'
import { type ReactNode, useId } from 'react'
import { cn } from '#app/components/cn.ts'

interface ChoiceProps<Value extends string> {
  label: string
  value: Value
  options: readonly (readonly [value: Value, words: string])[]
  onChange: (value: Value) => void
  disabled?: boolean
}

/** A select with its name above it, small enough for nine of them in a row. */
export function Choice<Value extends string>({ label, value, options, onChange, disabled }: ChoiceProps<Value>) {
  const id = useId()
  return (
    <div className="grid min-w-0 gap-0.5">
      <label htmlFor={id} className="truncate text-2xs text-ink-3">
        {label}
      </label>
      <select
        id={id}
        value={value}
        disabled={disabled}
        onChange={(event) => {
          const chosen = options.find(([option]) => option === event.target.value)
          if (chosen) onChange(chosen[0])
        }}
        className="tnum h-8 w-full min-w-0 rounded-md border border-line bg-surface px-1.5 text-ui transition-colors duration-150 hover:border-line-strong disabled:opacity-55"
      >
        {options.map(([option, words]) => (
          <option key={option} value={option}>
            {words}
          </option>
        ))}
      </select>
    </div>
  )
}

interface NumberChoiceProps {
  label: string
  value: number
  options: readonly number[]
  onChange: (value: number) => void
  words?: (value: number) => string
  disabled?: boolean
}

/** A choice among numbers; one from the address that is not among them is offered too. */
export function NumberChoice({ value, options, words = String, onChange, ...rest }: NumberChoiceProps) {
  const all = options.includes(value) ? options : [...options, value].sort((a, b) => a - b)
  return (
    <Choice
      {...rest}
      value={String(value)}
      options={all.map((option) => [String(option), words(option)] as const)}
      onChange={(chosen) => onChange(Number(chosen))}
    />
  )
}

interface SliderProps {
  label: string
  value: number
  min: number
  max: number
  step: number
  words: string
  onChange: (value: number) => void
}

export function Slider({ label, words, value, onChange, ...range }: SliderProps) {
  const id = useId()
  return (
    <div className="grid gap-1">
      <label htmlFor={id} className="flex items-baseline justify-between gap-2 text-xs">
        <span className="text-ink-2">{label}</span>
        <span className="tnum text-ink-3">{words}</span>
      </label>
      <input
        id={id}
        type="range"
        value={value}
        aria-valuetext={words}
        onChange={(event) => onChange(event.target.valueAsNumber)}
        className="h-4 w-full accent-accent"
        {...range}
      />
    </div>
  )
}

interface ToggleProps {
  checked: boolean
  onChange: (checked: boolean) => void
  children: ReactNode
  className?: string
}

export function Toggle({ checked, onChange, children, className }: ToggleProps) {
  return (
    <label className={cn('inline-flex items-center gap-2 text-ui', className)}>
      <input
        type="checkbox"
        checked={checked}
        onChange={(event) => onChange(event.target.checked)}
        className="size-4 accent-accent"
      />
      {children}
    </label>
  )
}

/** Names a part of the page, as small as a label on an instrument. */
export function PartTitle({ children, className }: { children: ReactNode; className?: string }) {
  return <h2 className={cn('font-medium text-ink-2 text-xs', className)}>{children}</h2>
}
