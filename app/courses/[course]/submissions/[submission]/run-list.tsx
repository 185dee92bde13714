import type { Route } from 'next'
import Link from 'next/link'
import { formatDateTime, formatScore } from '#app/components/format.ts'
import { verdictWords } from '#app/components/state-badge.tsx'
import { Badge } from '#app/components/ui/badge.tsx'
import type { Bars } from '#lib/domain/bars.ts'
import type { SubmissionRun } from '#lib/usecases/read-submission.ts'

interface Props {
  /** Newest first. */
  runs: readonly SubmissionRun[]
  shownId: string | null
  effectiveRunId: string | null
  bars: Bars
  href: Route
  timeZone: string
}

/** The runs of a submission, where it was graded more than once. */
export function RunList({ runs, shownId, effectiveRunId, bars, href, timeZone }: Props) {
  return (
    <nav aria-label="Runs" className="overflow-x-auto">
      <ul className="flex gap-2">
        {runs.map((run) => (
          <li key={run.id}>
            <Link
              href={`${href}?run=${run.number}` as Route}
              aria-current={run.id === shownId ? 'true' : undefined}
              className="tnum grid min-w-40 gap-0.5 rounded-md border border-line bg-surface px-3 py-2 text-ui hover:border-line-strong aria-[current]:border-accent"
            >
              <span className="flex items-center justify-between gap-3">
                <span className="font-medium">Run {run.number}</span>
                {run.id === effectiveRunId && <Badge tone="accent">counts</Badge>}
              </span>
              <span className="text-ink-2">
                {run.verdict === 'scored'
                  ? formatScore(bars.metric, run.publicScore)
                  : run.verdict
                    ? verdictWords(run.verdict)
                    : run.state}
              </span>
              <span className="text-ink-3 text-xs">{formatDateTime(run.finishedAt ?? run.queuedAt, timeZone)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
