import { fixed } from '../kit/number.ts'

interface Props {
  readings: readonly number[]
  states: readonly number[]
  /** Steps taken so far. */
  now: number
  u: number
}

const CELL = 40
const APART = 64
const SHOWN = 8

const tint = (state: number) =>
  `color-mix(in oklab, ${state >= 0 ? 'var(--train)' : 'var(--validation)'} ${Math.round(Math.abs(state) * 45)}%, var(--surface))`

/** The cells around now, side by side: one and the same cell, drawn once a step. Colour is the state. */
export function CellChain({ readings, states, now, u }: Props) {
  const first = Math.max(0, Math.min(now - 5, states.length - SHOWN))
  return (
    <svg
      viewBox={`0 0 ${SHOWN * APART} 104`}
      role="img"
      aria-label={`The cell unrolled over steps ${first + 1} to ${first + SHOWN}: each takes a reading and the state before it, times ${fixed(u)}`}
      className="tnum block w-full text-[11px]"
    >
      {Array.from({ length: SHOWN }, (_, i) => {
        const step = first + i
        const x = i * APART + 12
        const done = step < now
        const state = states[step] ?? 0
        return (
          <g key={step} opacity={done ? 1 : 0.4}>
            <path d={`M${x + CELL / 2} 86V66m-3 5l3 -5l3 5`} fill="none" stroke="var(--line-strong)" />
            <path d={`M${x + CELL} 44h${APART - CELL}m-5 -3l5 3l-5 3`} fill="none" stroke="var(--line-strong)" />
            <rect
              x={x}
              y="24"
              width={CELL}
              height="40"
              rx="4"
              fill={done ? tint(state) : 'var(--surface)'}
              stroke={step === now - 1 ? 'var(--accent)' : 'var(--line-strong)'}
              strokeWidth={step === now - 1 ? 2 : 1}
            />
            <text x={x + CELL / 2} y="48" textAnchor="middle" fill="var(--ink)" fontWeight="500">
              {done ? fixed(state) : ''}
            </text>
            <text x={x + CELL / 2} y="99" textAnchor="middle" fill="var(--ink-2)">
              {fixed(readings[step] ?? 0)}
            </text>
            <text x={x + CELL / 2} y="15" textAnchor="middle" fill="var(--ink-3)">
              {step + 1}
            </text>
          </g>
        )
      })}
    </svg>
  )
}
