import { formatNumberOf } from '#app/components/format.ts'
import type { RetriedRun } from '#lib/usecases/read-machinery.ts'

/** What failed on our side and is not given up yet: the first sign of a full disk or a broken machine. */
export function RetriedRuns({ runs }: { runs: readonly RetriedRun[] }) {
  return (
    <section aria-labelledby="retried">
      <h2 id="retried" className="mb-2 font-medium text-ui">
        Runs that are tried again
      </h2>
      <ul className="divide-y divide-line rounded-lg border border-line bg-surface text-ui">
        {runs.map(({ runId, exercise, course, attempt, fault }) => (
          <li key={runId} className="px-4 py-2.5">
            <span className="font-medium">{exercise}</span>{' '}
            <span className="tnum text-ink-3 text-xs">
              {course} · failed {formatNumberOf(attempt, 'time')} so far
            </span>
            <span className="block wrap-anywhere text-ink-2">{fault}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
