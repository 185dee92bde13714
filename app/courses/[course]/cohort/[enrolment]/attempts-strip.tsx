import { scoreScale } from '#app/components/charts/score-scale.ts'
import { formatNumberOf, formatScore, metricWord } from '#app/components/format.ts'
import type { Bars } from '#lib/domain/bars.ts'
import type { PathStep } from '#lib/usecases/read-student-path.ts'

const WIDTH = 320
const HEIGHT = 72
const PAD = 8
const LABELS = 46
/** Height of a name beside its bar. */
const LINE = 11

/** Scores attempt by attempt against the bars, better always upwards; an attempt without a score is a cross at the foot. */
export function AttemptsStrip({ steps, bars }: { steps: readonly PathStep[]; bars: Bars }) {
  const scale = scoreScale(bars)
  const right = WIDTH - LABELS
  const x = (index: number) => (steps.length === 1 ? right / 2 : PAD + (index / (steps.length - 1)) * (right - 2 * PAD))
  const y = (share: number) => HEIGHT - PAD - share * (HEIGHT - 2 * PAD)
  const points = steps.map(({ publicScore }, index) => ({
    at: x(index),
    score: publicScore,
    height: publicScore === null ? null : y(scale.at(publicScore)),
  }))
  const line = points.flatMap(({ at, height }) => (height === null ? [] : [`${at.toFixed(1)},${height.toFixed(1)}`]))
  const scores = points.flatMap(({ score }) => (score === null ? [] : [score]))
  const summary =
    scores.length === 0
      ? `${formatNumberOf(steps.length, 'attempt')}, none with a score.`
      : `${metricWord(bars.metric)} over ${formatNumberOf(steps.length, 'attempt')}: ${scores.map((score) => formatScore(bars.metric, score)).join(', ')}. Pass bar ${formatScore(bars.metric, bars.pass)}.`
  // Pass and full often lie close together: the lower name gives way.
  const apart = Math.max(0, LINE - (y(scale.pass) - y(scale.full)))
  const bar = (
    share: number,
    colour: string,
    name: string,
    { dash, down = 0 }: { dash?: string; down?: number } = {},
  ) => (
    <g>
      <line
        x1={0}
        x2={right}
        y1={y(share)}
        y2={y(share)}
        stroke={`var(${colour})`}
        strokeWidth={1}
        strokeDasharray={dash}
      />
      <text x={right + 5} y={y(share) + 3.5 + down} fontSize={10} fill={`var(${colour})`}>
        {name}
      </text>
    </g>
  )
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={summary} className="h-[4.5rem] w-full max-w-80">
      {scale.baseline !== null && bar(scale.baseline, '--baseline', 'baseline', { dash: '1 3' })}
      {bar(scale.pass, '--pass', 'pass', { down: apart })}
      {bar(scale.full, '--full', 'full')}
      <line x1={0} x2={right} y1={y(scale.full) - 2.5} y2={y(scale.full) - 2.5} stroke="var(--full)" strokeWidth={1} />
      <polyline points={line.join(' ')} fill="none" stroke="var(--train)" strokeWidth={1.5} strokeLinejoin="round" />
      {points.map(({ at, height }, index) =>
        height === null ? (
          <path
            key={steps[index]?.submissionId}
            d={`M${at - 3} ${HEIGHT - PAD - 3}l6 6m0 -6l-6 6`}
            stroke="var(--bad)"
            strokeWidth={1.5}
          />
        ) : (
          <circle key={steps[index]?.submissionId} cx={at} cy={height} r={3} fill="var(--train)" />
        ),
      )}
    </svg>
  )
}
