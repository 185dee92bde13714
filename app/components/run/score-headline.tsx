import type { DisclosedReport } from '#lib/contract/disclosed-report.ts'
import type { Bars } from '#lib/domain/bars.ts'
import { standingOf } from '../charts/score-scale.ts'
import { ScoreTrack } from '../charts/score-track.tsx'
import { formatPoints, formatScore, metricWord } from '../format.ts'
import { Badge } from '../ui/badge.tsx'

interface Props {
  report: DisclosedReport
  bars: Bars
}

/** The score against its bars and what it is worth: the answer to "what is this model worth?". */
export function ScoreHeadline({ report, bars }: Props) {
  const score = report.metric.public
  if (score === null) return null
  const standing = standingOf(bars, score)
  const reachedBar = standing === 'pass' || standing === 'full'
  const final = report.revealed && report.finalPoints !== null
  const points = final ? report.finalPoints : report.points
  const passed = final ? report.finallyPassed : report.passed
  return (
    <div>
      <div className="flex flex-wrap items-end justify-between gap-x-4 gap-y-1">
        <p className="tnum flex items-baseline gap-2">
          <span className="font-semibold text-[2rem] leading-9 tracking-[-0.02em]">
            {formatScore(bars.metric, score)}
          </span>
          <span className="text-ink-3 text-xs">{metricWord(bars.metric).toLowerCase()}, public rows</span>
        </p>
        <p className="tnum flex items-baseline gap-2 text-ui">
          <span>
            <span className="font-semibold">{formatPoints(points ?? 0)}</span>
            <span className="text-ink-3"> of {formatPoints(report.maxPoints)} points</span>
          </span>
          {passed ? <Badge tone="good">Passed</Badge> : <Badge tone="outline">Not passed</Badge>}
        </p>
      </div>
      <ScoreTrack bars={bars} score={score} labelled className="mt-2" />
      <p className="tnum mt-2 text-ink-2 text-ui">
        {final && report.metric.private !== null ? (
          <>
            Final: {formatScore(bars.metric, report.metric.private)} on the private rows. The pass bar is{' '}
            {formatScore(bars.metric, bars.pass)}.
          </>
        ) : (
          <>
            {reachedBar && !passed
              ? 'The score reaches the pass bar, but a check that must pass did not.'
              : standing === 'baseline'
                ? 'Your model is no better than the baseline.'
                : reachedBar
                  ? `The pass bar is ${formatScore(bars.metric, bars.pass)}.`
                  : `The pass bar is ${formatScore(bars.metric, bars.pass)}: ${formatScore(bars.metric, Math.abs(bars.pass - score))} to go.`}{' '}
            <span className="text-ink-3">
              Points are provisional: the private rows decide when the assignment closes.
            </span>
          </>
        )}
      </p>
    </div>
  )
}
