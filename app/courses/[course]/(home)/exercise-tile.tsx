import type { Route } from 'next'
import Link from 'next/link'
import { ScoreTrack } from '#app/components/charts/score-track.tsx'
import { Sparkline } from '#app/components/charts/sparkline.tsx'
import { formatDateTime, formatPoints, formatScore, metricWord } from '#app/components/format.ts'
import { RelativeTime } from '#app/components/relative-time.tsx'
import { StateBadge } from '#app/components/state-badge.tsx'
import type { ExerciseTile as Tile } from '#lib/usecases/read-course-home.ts'

interface Props {
  tile: Tile
  href: Route
  timeZone: string
  now: Date
}

export function ExerciseTile({ tile, href, timeZone, now }: Props) {
  const { bars, score, curve, opening } = tile
  return (
    <li className="relative grid grid-rows-[auto_1fr_auto] gap-3 rounded-lg border border-line bg-surface p-4 transition-colors duration-150 focus-within:border-line-strong hover:border-line-strong">
      <div className="flex items-start justify-between gap-3">
        <h3 className="text-balance font-medium text-base leading-6">
          {/* The link covers the tile, so that all of it can be pressed and only its name is read out. */}
          <Link href={href} className="rounded after:absolute after:inset-0 after:rounded-lg">
            {tile.title}
          </Link>
        </h3>
        <StateBadge state={tile.state} />
      </div>
      <div className="grid content-end gap-2">
        {score !== null && (
          <div className="flex items-end justify-between gap-4">
            <p className="tnum">
              <span className="font-semibold text-2xl leading-8 tracking-tight">{formatScore(bars.metric, score)}</span>
              <span className="ml-2 text-ink-3 text-xs">{metricWord(bars.metric).toLowerCase()}</span>
            </p>
            <div className="h-8 w-28">
              {curve && (
                <Sparkline
                  values={curve.values}
                  bar={curve.of === 'metric' ? bars.pass : null}
                  label={`${curve.of === 'metric' ? metricWord(bars.metric) : 'Loss'} of your best run over ${curve.values.length} epochs`}
                />
              )}
            </div>
          </div>
        )}
        <ScoreTrack bars={bars} score={score} labelled />
      </div>
      <p className="tnum flex flex-wrap justify-between gap-x-3 border-line border-t pt-2.5 text-ink-3 text-xs">
        <DueLine tile={tile} timeZone={timeZone} now={now} />
        <span>
          <span className="text-ink-2">{formatPoints(tile.points)}</span> of {formatPoints(tile.maxPoints)} points
          {score !== null && (tile.revealed ? ', final' : ', provisional')}
        </span>
      </p>
      {opening === 'not-open' && <span className="sr-only">Not open yet</span>}
    </li>
  )
}

function DueLine({ tile, timeZone, now }: Omit<Props, 'href'>) {
  if (tile.opening === 'not-open')
    return (
      <span>
        opens {formatDateTime(tile.opensAt, timeZone)} · <RelativeTime at={tile.opensAt} now={now} />
      </span>
    )
  if (tile.opening === 'closed') return <span>closed {formatDateTime(tile.closesAt, timeZone)}</span>
  if (tile.dueAt <= now)
    return (
      <span className="text-warn">
        late since {formatDateTime(tile.dueAt, timeZone)} · closes <RelativeTime at={tile.closesAt} now={now} />
      </span>
    )
  return (
    <span>
      due {formatDateTime(tile.dueAt, timeZone)} · <RelativeTime at={tile.dueAt} now={now} />
    </span>
  )
}
