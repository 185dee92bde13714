import type { Route } from 'next'
import Link from 'next/link'
import { formatMoment, formatPoints, formatScore } from '#app/components/format.ts'
import { verdictWords } from '#app/components/state-badge.tsx'
import { Badge } from '#app/components/ui/badge.tsx'
import type { Bars } from '#lib/domain/bars.ts'
import { faultOf } from '#lib/domain/verdict.ts'
import type { PathStep } from '#lib/usecases/read-student-path.ts'

interface Props {
  step: PathStep
  ordinal: number
  bars: Bars
  late: boolean
  href: Route
  now: Date
  timeZone: string
}

/** One submission on somebody's path: when, what became of it, and what was said about it. */
export function StepRow({ step, ordinal, bars, late, href, now, timeZone }: Props) {
  return (
    <li className="relative grid grid-cols-[2rem_1fr_auto] items-baseline gap-x-3 py-2 text-ui hover:bg-hover sm:px-2">
      <span className="tnum text-ink-3 text-xs">#{ordinal}</span>
      <div className="min-w-0">
        <Link href={href} className="rounded after:absolute after:inset-0">
          <Outcome step={step} bars={bars} />
        </Link>
        {step.message && <p className="mt-0.5 line-clamp-2 break-words text-ink-2 text-xs">{step.message}</p>}
      </div>
      <span className="tnum flex flex-wrap justify-end gap-x-2 text-right text-ink-3 text-xs">
        {late && <span className="text-warn">late</span>}
        {step.runs > 1 && <span>{step.runs} runs</span>}
        <time dateTime={step.receivedAt.toISOString()}>{formatMoment(step.receivedAt, now, timeZone)}</time>
      </span>
    </li>
  )
}

function Outcome({ step, bars }: { step: PathStep; bars: Bars }) {
  const { verdict, state } = step
  if (state !== 'finished') return <Badge tone="accent">{state === 'queued' ? 'Queued' : 'Running'}</Badge>
  if (verdict === null) return <Badge tone="outline">No result</Badge>
  if (verdict !== 'scored')
    return <Badge tone={faultOf(verdict) === 'platform' ? 'warn' : 'bad'}>{verdictWords(verdict)}</Badge>
  return (
    <span className="tnum inline-flex flex-wrap items-center gap-x-2">
      <span className="font-semibold">{formatScore(bars.metric, step.publicScore)}</span>
      <Badge tone={step.passed ? 'good' : 'neutral'}>{step.passed ? 'Passed' : 'Not passed'}</Badge>
      <span className="text-ink-3 text-xs">{formatPoints(step.points ?? 0)} of 100</span>
    </span>
  )
}
