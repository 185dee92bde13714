import { fixed } from '../kit/number.ts'
import type { Look } from '../kit/plot-marks.tsx'

/** How far each gate is open now: a bar that fills. */
export function GateMeters({ gates }: { gates: readonly { label: string; look: Look; value: number }[] }) {
  return (
    <dl className="tnum grid grid-cols-3 content-center gap-x-3 gap-y-2 text-xs @md:grid-cols-1">
      {gates.map(({ label, look, value }) => (
        <div key={label}>
          <dt className="flex justify-between gap-2 text-ink-2">
            <span className="truncate">{label}</span>
          </dt>
          <dd className="flex items-center gap-2">
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
