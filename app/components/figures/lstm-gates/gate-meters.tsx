import { fixed } from '../kit/number.ts'
import type { Look } from '../kit/plot-marks.tsx'

/** How far each gate is open now, in the look of its line. */
export function GateMeters({ gates }: { gates: readonly { label: string; look: Look; value: number }[] }) {
  return (
    <dl className="tnum grid grid-cols-3 gap-x-5 pl-10 text-xs">
      {gates.map(({ label, look, value }) => (
        <div key={label} className="min-w-0">
          <dt className="flex items-center gap-1.5 text-ink-2">
            <svg aria-hidden="true" width="22" height="6" className="shrink-0">
              <line x1="0" x2="22" y1="3" y2="3" stroke={look.colour} strokeWidth="2" strokeDasharray={look.dash} />
            </svg>
            <span className="truncate">{label}</span>
          </dt>
          <dd className="mt-0.5 flex items-center gap-2">
            <span aria-hidden className="relative h-2 grow rounded-xs bg-sunken ring-1 ring-line">
              <span
                className="absolute inset-y-0 left-0 rounded-xs"
                style={{ width: `${value * 100}%`, background: look.colour }}
              />
            </span>
            <span className="w-7 text-right font-medium">{fixed(value)}</span>
          </dd>
        </div>
      ))}
    </dl>
  )
}
