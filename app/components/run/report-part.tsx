import type { ReactNode } from 'react'

/** A part of a run's report under its heading. */
export function ReportPart({ title, note, children }: { title: string; note?: string; children: ReactNode }) {
  return (
    <section aria-label={title}>
      <h2 className="mb-2 flex items-baseline gap-2 font-medium text-ui">
        {title}
        {note && <span className="tnum font-normal text-ink-3 text-xs">{note}</span>}
      </h2>
      {children}
    </section>
  )
}
