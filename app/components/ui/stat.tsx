import type { ReactNode } from 'react'
import { cn } from '../cn.ts'

interface Props {
  label: string
  value: ReactNode
  /** What the value is measured against: a number never stands alone. */
  note?: ReactNode
  tone?: 'good' | 'warn' | 'bad'
  className?: string
}

const TONES = { good: 'text-good', warn: 'text-warn', bad: 'text-bad' }

/** A figure with its name and its measure. Several belong in one `StatRow`. */
export function Stat({ label, value, note, tone, className }: Props) {
  return (
    <div className={cn('min-w-0', className)}>
      <dt className="text-ink-3 text-xs">{label}</dt>
      <dd className={cn('tnum mt-0.5 font-semibold text-ink text-xl leading-7 tracking-tight', tone && TONES[tone])}>
        {value}
      </dd>
      {note && <dd className="tnum text-ink-3 text-xs">{note}</dd>}
    </div>
  )
}

export function StatRow({ children, className }: { children: ReactNode; className?: string }) {
  return <dl className={cn('grid grid-cols-2 gap-x-8 gap-y-4 sm:flex sm:flex-wrap', className)}>{children}</dl>
}
