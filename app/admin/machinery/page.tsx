import { Cpu } from 'lucide-react'
import type { Metadata } from 'next'
import { formatNumberOf, formatSeconds } from '#app/components/format.ts'
import { PageBody } from '#app/components/page-body.tsx'
import { Badge } from '#app/components/ui/badge.tsx'
import { EmptyState } from '#app/components/ui/empty-state.tsx'
import { PageHeader } from '#app/components/ui/page-header.tsx'
import { Stat, StatRow } from '#app/components/ui/stat.tsx'
import { requirePermission } from '#lib/access.ts'
import { db } from '#lib/db.ts'
import { type Machinery, readMachinery } from '#lib/usecases/read-machinery.ts'
import { AutoRefresh } from './auto-refresh.tsx'
import { GivenUpRuns } from './given-up-runs.tsx'
import { PausedAssignments } from './paused-assignments.tsx'
import { QueueHistory } from './queue-history.tsx'
import { RetriedRuns } from './retried-runs.tsx'
import { WorkerLanes } from './worker-lanes.tsx'

export const metadata: Metadata = { title: 'Machinery' }

const secondsSince = (at: Date, now: Date) => Math.max(0, (now.getTime() - at.getTime()) / 1000)
/** A run that waits longer than this means that workers are missing. */
const LONG_WAIT_SECONDS = 120

/** Whether it is all running, in a sentence. */
function answerOf({ workers, queued, oldestQueuedAt, paused }: Machinery, now: Date): { text: string; well: boolean } {
  const alive = workers.filter(({ state }) => state === 'working' || state === 'idle')
  const oldest = oldestQueuedAt ? secondsSince(oldestQueuedAt, now) : 0
  if (alive.length === 0)
    return {
      text:
        queued > 0
          ? `No worker is running, and ${formatNumberOf(queued, 'run')} are waiting.`
          : 'No worker is running.',
      well: false,
    }
  if (oldest > LONG_WAIT_SECONDS)
    return { text: `The oldest run has waited ${formatSeconds(oldest)}. More workers would help.`, well: false }
  if (paused.length > 0)
    return {
      text: `${formatNumberOf(paused.length, 'assignment is', 'assignments are')} paused: data is missing or spoilt.`,
      well: false,
    }
  const silent = workers.filter(({ state }) => state === 'silent').length
  if (silent > 0)
    return { text: `${formatNumberOf(silent, 'worker')} went silent. Their runs go to others.`, well: false }
  return { text: `All is running: ${formatNumberOf(alive.length, 'worker')}, nothing waits long.`, well: true }
}

export default async function MachineryPage() {
  await requirePermission('machinery:read')
  const now = new Date()
  const machinery = await readMachinery(db, { now })
  const { queued, queuedForGpu, oldestQueuedAt, running, gradedLastHour, medianWaitSeconds, deadLetters } = machinery
  const answer = answerOf(machinery, now)
  return (
    <PageBody wide className="grid max-w-6xl gap-8">
      <PageHeader
        title="Machinery"
        lead={
          <span className="flex flex-wrap items-center gap-2">
            <Badge tone={answer.well ? 'good' : 'warn'}>{answer.well ? 'Well' : 'Look here'}</Badge>
            {answer.text}
          </span>
        }
        actions={<AutoRefresh everySeconds={5} />}
      />
      <StatRow>
        <Stat
          label="Waiting"
          value={queued}
          note={queuedForGpu > 0 ? `${queuedForGpu} for a GPU` : 'runs in the queue'}
          tone={oldestQueuedAt && secondsSince(oldestQueuedAt, now) > LONG_WAIT_SECONDS ? 'warn' : undefined}
        />
        <Stat
          label="Oldest"
          value={oldestQueuedAt ? formatSeconds(secondsSince(oldestQueuedAt, now)) : '–'}
          note="has waited so long"
        />
        <Stat label="Running" value={running} note={`of ${formatNumberOf(placesOf(machinery), 'place')}`} />
        <Stat
          label="Graded in an hour"
          value={gradedLastHour}
          note={
            medianWaitSeconds === null
              ? 'finished runs'
              : `finished; half waited under ${formatSeconds(medianWaitSeconds)}`
          }
        />
      </StatRow>
      {machinery.paused.length > 0 && <PausedAssignments paused={machinery.paused} />}
      <section aria-labelledby="queue">
        <h2 id="queue" className="mb-2 font-medium text-ui">
          The queue over the last hour
        </h2>
        <QueueHistory history={machinery.history} />
      </section>
      <section aria-labelledby="workers">
        <h2 id="workers" className="mb-2 font-medium text-ui">
          Workers
        </h2>
        {machinery.workers.length === 0 ? (
          <EmptyState icon={<Cpu />} title="No worker in the last hour">
            Submissions wait until one starts: <code className="font-mono text-xs">npx gradus worker</code>
          </EmptyState>
        ) : (
          <WorkerLanes workers={machinery.workers} now={now} />
        )}
      </section>
      {machinery.retried.length > 0 && <RetriedRuns runs={machinery.retried} />}
      <section aria-labelledby="dead-letters">
        <h2 id="dead-letters" className="mb-2 font-medium text-ui">
          Runs that were given up
        </h2>
        {deadLetters.length === 0 ? (
          <p className="text-ink-3 text-ui">None. A run lands here after its last try failed on our side.</p>
        ) : (
          <GivenUpRuns runs={deadLetters} />
        )}
      </section>
    </PageBody>
  )
}

const placesOf = ({ workers }: Machinery): number =>
  workers
    .filter(({ state }) => state === 'working' || state === 'idle')
    .reduce((sum, { concurrency }) => sum + concurrency, 0)
