'use client'
import { cn } from '#app/components/cn.ts'
import type { Readings } from '#lib/playground/session.ts'
import { formatPercent } from '../words.ts'
import { FOOT_TOP } from './geometry.ts'

interface Props {
  reading: Readings['layers'][number]
  name: string
  /** Middle of its column. */
  x: number
}

/** The bar's ends: a gradient of 10⁻⁷ and less is nothing, one of 10 and more is full. */
const LOWEST_EXPONENT = -7
const HIGHEST_EXPONENT = 1
/** Below this a layer hardly moves under any usual rate. */
const FAINT_EXPONENT = -3.5
/** Dead units stay dead; saturated ones may just be sure of what they have learnt, and alarm nobody. */
const MANY_DEAD = 0.4

/** What is measured of a layer: the size of its gradient, on a scale of powers of ten, and units that have stopped. */
export function LayerFoot({ reading: { gradientNorm, idle }, name, x }: Props) {
  const exponent = gradientNorm ? Math.log10(gradientNorm) : LOWEST_EXPONENT
  const share = (exponent - LOWEST_EXPONENT) / (HIGHEST_EXPONENT - LOWEST_EXPONENT)
  const faint = gradientNorm !== null && exponent < FAINT_EXPONENT
  const text =
    gradientNorm === null ? '–' : gradientNorm === 0 ? '0' : gradientNorm.toExponential(0).replace('e', '·10^')
  return (
    <div
      style={{ left: x, top: FOOT_TOP }}
      className="tnum absolute grid w-[68px] -translate-x-1/2 justify-items-center gap-0.5 text-2xs text-ink-3"
    >
      <span className="sr-only">
        {`Gradient of ${name}: ${gradientNorm === null ? 'not known before the first epoch' : gradientNorm.toExponential(1)}.`}
      </span>
      <span aria-hidden className="h-1.5 w-full overflow-hidden rounded-full bg-hover">
        <span
          className={cn('block h-full rounded-full', faint ? 'bg-bad' : 'bg-ink-3')}
          style={{ width: `${Math.max(2, Math.min(1, share) * 100)}%` }}
        />
      </span>
      <span aria-hidden className={cn('whitespace-nowrap', faint && 'text-bad')}>
        ∇ {text.includes('^') ? <Power text={text} /> : text}
      </span>
      {idle && (
        <span className={cn('whitespace-nowrap', idle.kind === 'dead' && idle.share >= MANY_DEAD && 'text-bad')}>
          {idle.kind === 'dead' ? 'dead' : 'sat.'} {formatPercent(idle.share)}
        </span>
      )}
    </div>
  )
}

function Power({ text }: { text: string }) {
  const [figure, exponent] = text.split('^')
  return (
    <>
      {figure}
      <sup>{exponent?.replace('+', '').replace('-', '−')}</sup>
    </>
  )
}
