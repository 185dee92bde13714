import { CirclePause } from 'lucide-react'
import { formatNumberOf } from '#app/components/format.ts'
import type { CohortColumn } from '#lib/usecases/read-cohort.ts'

/** Says which assignments take nothing at the moment, and why; nothing while all do. */
export function PausedNotice({ assignments }: { assignments: readonly CohortColumn[] }) {
  const paused = assignments.filter(({ pausedBecause }) => pausedBecause !== null)
  if (paused.length === 0) return null
  return (
    <section aria-labelledby="paused" className="flex gap-2.5 rounded-md bg-bad-soft px-3.5 py-3 text-ui">
      <CirclePause aria-hidden className="mt-0.5 size-4 shrink-0 text-bad" />
      <div className="min-w-0">
        <h2 id="paused" className="font-medium">
          {formatNumberOf(paused.length, 'assignment is', 'assignments are')} paused: the data cannot be read
        </h2>
        <ul className="mt-0.5 text-ink-2">
          {paused.map(({ id, title, pausedBecause }) => (
            <li key={id} className="wrap-anywhere">
              {title} <span className="block text-xs">{pausedBecause}</span>
            </li>
          ))}
        </ul>
        <p className="mt-1 text-ink-2">
          Nothing is taken until an admin has mended it and resumes it; students are told that the fault is ours.
        </p>
      </div>
    </section>
  )
}
