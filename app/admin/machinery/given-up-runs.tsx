import { RotateCcw } from 'lucide-react'
import { retryRunAction } from '#app/actions/admin/retry-run.ts'
import { ConfirmAction } from '#app/components/confirm-action.tsx'
import { formatDate, formatTime } from '#app/components/format.ts'
import { Badge } from '#app/components/ui/badge.tsx'
import { Table, Td, Th } from '#app/components/ui/table.tsx'
import type { DeadLetter } from '#lib/usecases/read-machinery.ts'

/** What the platform could not grade: when, why, and another try. */
export function GivenUpRuns({ runs }: { runs: readonly DeadLetter[] }) {
  return (
    <Table label="Given-up runs and why" density="compact">
      <thead>
        <tr>
          <Th className="sticky left-0 bg-bg">When (UTC)</Th>
          <Th>Exercise</Th>
          <Th numeric>Tries</Th>
          <Th>Reason</Th>
          <Th>
            <span className="sr-only">Try again</span>
          </Th>
        </tr>
      </thead>
      <tbody>
        {runs.map(({ runId, exercise, course, attempt, finishedAt, workerId, reason, since }) => (
          <tr key={runId}>
            <Td className="tnum sticky left-0 whitespace-nowrap bg-bg align-top text-ink-2">
              {formatDate(finishedAt, 'UTC')} {formatTime(finishedAt, 'UTC')}
            </Td>
            <Td className="min-w-36 align-top">
              {exercise}
              <span className="block text-ink-3 text-xs">{course}</span>
            </Td>
            <Td numeric className="align-top">
              {attempt}
            </Td>
            <Td className="min-w-64 wrap-anywhere align-top">
              {reason}
              <span className="block font-mono text-2xs text-ink-3">
                run {runId}
                {workerId && `, worker ${workerId}`}
              </span>
            </Td>
            <Td className="whitespace-nowrap text-right align-top">
              <NextStep since={since} runId={runId} exercise={exercise} />
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}

function NextStep({ since, runId, exercise }: Pick<DeadLetter, 'since' | 'runId' | 'exercise'>) {
  switch (since) {
    case 'queued-again':
      return <Badge tone="accent">Being tried again</Badge>
    case 'graded':
      return <Badge tone="good">Graded since</Badge>
    case 'nothing':
      return (
        <ConfirmAction
          action={retryRunAction}
          input={{ runId }}
          size="sm"
          label={
            <>
              <RotateCcw aria-hidden />
              Try again
            </>
          }
          aria-label={`Try again: ${exercise}, run ${runId}`}
          title="Try this run again?"
          description="A new run of the same submission goes to the front of the queue. If it is graded, its result counts, and so does the attempt that was given back."
          confirm="Try again"
        />
      )
    default:
      return since satisfies never
  }
}
