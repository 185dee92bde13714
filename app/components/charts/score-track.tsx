import type { Bars } from '#lib/domain/bars.ts'
import { cn } from '../cn.ts'
import { formatScore, metricWord } from '../format.ts'
import { scoreScale, standingOf, standingWords } from './score-scale.ts'

const percent = (share: number) => `${(share * 100).toFixed(2)}%`

interface Props {
  bars: Bars
  score: number | null
  /** With the bars' names and values under the track. */
  labelled?: boolean
  className?: string
}

/**
 * A score on its track: baseline a dotted mark, pass a tick, full marks a double line, classical models small triangles
 * under it. Better is always to the right.
 */
export function ScoreTrack({ bars, score, labelled, className }: Props) {
  const scale = scoreScale(bars)
  const standing = score === null ? null : standingOf(bars, score)
  const value = (n: number) => formatScore(bars.metric, n)
  const against = [
    ...(bars.baseline === null ? [] : [`baseline ${value(bars.baseline)}`]),
    `pass ${value(bars.pass)}`,
    `full ${value(bars.full)}`,
    ...(bars.classical ?? []).map(({ name, score }) => `${name} ${value(score)}`),
  ].join(', ')
  const summary =
    score === null || standing === null
      ? `No score yet. ${metricWord(bars.metric)}: ${against}.`
      : `${metricWord(bars.metric)} ${value(score)}, ${standingWords(standing)}. Measured against ${against}.`
  const passed = standing === 'pass' || standing === 'full'
  return (
    <div className={className}>
      <div role="img" aria-label={summary} className="relative h-3">
        <div className="absolute inset-x-0 top-1/2 h-1 -translate-y-1/2 rounded-full bg-hover" />
        {score !== null && (
          <div
            className={cn('absolute top-1/2 left-0 h-1 -translate-y-1/2 rounded-full', passed ? 'bg-pass' : 'bg-ink-3')}
            style={{ width: percent(scale.at(score)) }}
          />
        )}
        {scale.baseline !== null && (
          <span
            className="absolute inset-y-0 -ml-px border-baseline border-l-2 border-dotted"
            style={{ left: percent(scale.baseline) }}
          />
        )}
        <span className="absolute inset-y-0 -ml-px w-0.5 bg-pass" style={{ left: percent(scale.pass) }} />
        <span
          className="absolute inset-y-0 -ml-[5px] w-[5px] border-full border-x-[1.5px]"
          style={{ left: percent(scale.full) }}
        />
        {score !== null && (
          <span
            className={cn(
              'absolute top-1/2 size-2.5 -translate-x-1/2 -translate-y-1/2 rounded-full ring-2 ring-surface',
              passed ? 'bg-pass' : 'bg-ink-2',
            )}
            style={{ left: `clamp(5px, ${percent(scale.at(score))}, calc(100% - 5px))` }}
          />
        )}
        {bars.classical?.map(({ name, score }) => (
          <span
            key={name}
            className="absolute -bottom-[3px] border-x-[3.5px] border-x-transparent border-b-[5px] border-b-classical"
            style={{ left: `clamp(0px, calc(${percent(scale.at(score))} - 3.5px), calc(100% - 7px))` }}
          />
        ))}
      </div>
      {labelled && <BarLegend bars={bars} />}
      {labelled && <ClassicalLegend bars={bars} />}
    </div>
  )
}

/** Classical models by name and score: is a deep net worth it here? */
function ClassicalLegend({ bars: { metric, classical } }: { bars: Bars }) {
  if (classical === undefined || classical?.length === 0) return null
  if (classical === null)
    return (
      <p className="mt-1.5 text-ink-3 text-xs">
        Classical models are being trained on the same rows; their scores appear here.
      </p>
    )
  return (
    <dl className="tnum mt-1 flex flex-wrap gap-x-4 gap-y-0.5 text-ink-3 text-xs">
      {classical.map(({ name, how, score }) => (
        <div key={name} className="flex items-center gap-1.5" title={how || undefined}>
          <span aria-hidden className="border-x-[3.5px] border-x-transparent border-b-[5px] border-b-classical" />
          <dt>{name}</dt>
          <dd className="text-ink-2">
            {formatScore(metric, score)}
            {how && <span className="sr-only">, {how}</span>}
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** The bars by name, mark and value. */
export function BarLegend({ bars, className }: { bars: Bars; className?: string }) {
  return (
    <dl className={cn('tnum mt-1.5 flex flex-wrap gap-x-4 gap-y-0.5 text-ink-3 text-xs', className)}>
      {bars.baseline !== null && (
        <div className="flex items-center gap-1.5">
          <span aria-hidden className="h-3 border-baseline border-l-2 border-dotted" />
          <dt>baseline</dt>
          <dd className="text-ink-2">{formatScore(bars.metric, bars.baseline)}</dd>
        </div>
      )}
      <div className="flex items-center gap-1.5">
        <span aria-hidden className="h-3 w-0.5 bg-pass" />
        <dt>pass</dt>
        <dd className="text-ink-2">{formatScore(bars.metric, bars.pass)}</dd>
      </div>
      <div className="flex items-center gap-1.5">
        <span aria-hidden className="h-3 w-[5px] border-full border-x-[1.5px]" />
        <dt>full</dt>
        <dd className="text-ink-2">{formatScore(bars.metric, bars.full)}</dd>
      </div>
    </dl>
  )
}
