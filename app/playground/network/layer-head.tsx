'use client'
import { Minus, Plus } from 'lucide-react'
import { formatNumberOf } from '#app/components/format.ts'
import { MAX_UNITS } from '#lib/playground/state.ts'

interface Props {
  number: number
  units: number
  /** Middle of its column. */
  x: number
  onUnits: (units: number) => void
}

const BUTTON =
  'grid size-6 place-items-center rounded-md text-ink-2 transition-colors duration-150 hover:bg-hover hover:text-ink disabled:opacity-40 [&_svg]:size-3.5'

/** A hidden layer's name, and fewer or more units. */
export function LayerHead({ number, units, x, onUnits }: Props) {
  const name = `hidden layer ${number}`
  return (
    <div style={{ left: x }} className="absolute top-0 grid -translate-x-1/2 justify-items-center">
      <span className="whitespace-nowrap text-2xs text-ink-3">Layer {number}</span>
      <div className="flex items-center">
        <button
          type="button"
          className={BUTTON}
          aria-label={`Remove a unit from ${name}`}
          disabled={units <= 1}
          onClick={() => onUnits(units - 1)}
        >
          <Minus aria-hidden />
        </button>
        <span className="tnum w-4 text-center text-ui">
          <span aria-hidden>{units}</span>
          <span className="sr-only">{formatNumberOf(units, 'unit')}</span>
        </span>
        <button
          type="button"
          className={BUTTON}
          aria-label={`Add a unit to ${name}`}
          disabled={units >= MAX_UNITS}
          onClick={() => onUnits(units + 1)}
        >
          <Plus aria-hidden />
        </button>
      </div>
    </div>
  )
}
