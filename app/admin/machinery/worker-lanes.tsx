import { formatSeconds } from '#app/components/format.ts'
import { Badge, type BadgeTone } from '#app/components/ui/badge.tsx'
import { describeProfile } from '#lib/contract/engine-profile.ts'
import type { WorkerLane } from '#lib/usecases/read-machinery.ts'

const LOOKS: Record<WorkerLane['state'], { word: string; tone: BadgeTone }> = {
  working: { word: 'Working', tone: 'accent' },
  idle: { word: 'Idle', tone: 'good' },
  silent: { word: 'Silent', tone: 'bad' },
  stopped: { word: 'Stopped', tone: 'outline' },
}
const BOX_NOTES: Record<string, string> = {
  full: 'full box',
  personal: 'personal box: for one’s own machine',
}

/** Each worker a lane, each place in it a slot: what runs there, in which phase, since when. */
export function WorkerLanes({ workers, now }: { workers: readonly WorkerLane[]; now: Date }) {
  const since = (at: Date) => formatSeconds(Math.max(0, (now.getTime() - at.getTime()) / 1000))
  return (
    <ul className="divide-y divide-line rounded-lg border border-line bg-surface">
      {workers.map((worker) => (
        <li key={worker.id} className="grid gap-3 px-4 py-3 md:grid-cols-[17rem_minmax(0,1fr)]">
          <div className="min-w-0 text-ui">
            <p className="flex items-center gap-2">
              <span className="truncate font-medium">
                {worker.hostname} · {worker.pid}
              </span>
              <Badge tone={LOOKS[worker.state].tone}>{LOOKS[worker.state].word}</Badge>
            </p>
            <p className="tnum text-ink-3 text-xs">
              {BOX_NOTES[worker.box] ?? worker.box}
              {worker.engine && ` · ${worker.engine.device}, ${describeProfile(worker.engine)}`}
            </p>
            <p className="tnum text-ink-3 text-xs">
              up {since(worker.startedAt)} · heard of {since(worker.heartbeatAt)} ago
              {worker.engine?.libtensorflow && ` · libtensorflow ${worker.engine.libtensorflow}`}
            </p>
          </div>
          <ul className="flex flex-wrap items-stretch gap-2">
            {worker.running.map(({ runId, exercise, phase, startedAt, attempt }) => (
              <li key={runId} className="tnum min-w-40 flex-1 rounded-md bg-accent-soft px-3 py-2 text-ui">
                <span className="block truncate font-medium">{exercise}</span>
                <span className="text-ink-2 text-xs">
                  {phase}
                  {startedAt && ` for ${since(startedAt)}`}
                  {attempt > 1 && `, try ${attempt}`}
                </span>
              </li>
            ))}
            {Array.from({ length: Math.max(0, worker.concurrency - worker.running.length) }, (_, place) => (
              <li
                // biome-ignore lint/suspicious/noArrayIndexKey: free places have no identity
                key={place}
                className="grid min-w-40 flex-1 place-items-center rounded-md border border-line border-dashed px-3 py-2 text-ink-3 text-xs"
              >
                {worker.state === 'silent' || worker.state === 'stopped' ? 'gone' : 'free'}
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  )
}
