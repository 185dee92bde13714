'use client'
import { ChevronRight } from 'lucide-react'
import { cn } from '#app/components/cn.ts'
import { formatMoment, formatPoints, formatScore } from '#app/components/format.ts'
import { verdictWords } from '#app/components/state-badge.tsx'
import { Badge } from '#app/components/ui/badge.tsx'
import { EmptyState } from '#app/components/ui/empty-state.tsx'
import type { Bars } from '#lib/domain/bars.ts'
import { reaches } from '#lib/domain/metric.ts'
import type { SubmissionSummary } from '#lib/usecases/read-submission-history.ts'

interface Props {
  submissions: readonly SubmissionSummary[]
  bars: Bars
  timeZone: string
  now: Date
  onOpen: (submission: SubmissionSummary) => void
}

/** Every submission, newest first. */
export function History({ submissions, bars, timeZone, now, onOpen }: Props) {
  if (submissions.length === 0)
    return (
      <EmptyState title="Nothing handed in yet">
        Each submission stays here with its code, its curves and its score. The best one counts, never the last.
      </EmptyState>
    )
  return (
    <ul className="divide-y divide-line">
      {submissions.map((submission) => {
        const { ordinal, receivedAt, state, verdict, score, points, late, regraded } = submission
        const passed = score !== null && reaches(bars.metric, score, bars.pass)
        return (
          <li key={submission.submissionId}>
            <button
              type="button"
              onClick={() => onOpen(submission)}
              className="tnum -mx-2 grid w-[calc(100%+1rem)] grid-cols-[2rem_1fr_auto_1rem] items-center gap-x-2 rounded-md px-2 py-2 text-left text-ui transition-colors duration-150 hover:bg-hover"
            >
              <span className="text-ink-3">{ordinal}</span>
              <span className="min-w-0">
                <span className="flex flex-wrap items-center gap-x-2">
                  {state !== 'finished' ? (
                    <Badge tone="accent">{state === 'queued' ? 'Queued' : 'Running'}</Badge>
                  ) : verdict === 'scored' ? (
                    <span className={cn('font-medium', passed && 'text-good')}>{formatScore(bars.metric, score)}</span>
                  ) : (
                    <span className="text-bad">{verdict ? verdictWords(verdict) : 'No result'}</span>
                  )}
                  {late && <Badge tone="warn">Late</Badge>}
                  {regraded && <Badge>Regraded</Badge>}
                </span>
                <span className="block text-ink-3 text-xs">{formatMoment(receivedAt, now, timeZone)}</span>
              </span>
              <span className="text-ink-2">
                {points !== null && verdict === 'scored' ? `${formatPoints(points)} points` : ''}
              </span>
              <ChevronRight aria-hidden className="size-4 text-ink-3" />
            </button>
          </li>
        )
      })}
    </ul>
  )
}
