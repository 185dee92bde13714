'use client'
import type { ReactNode } from 'react'
import { problemOf } from '#lib/playground/data-sets.ts'
import type { PlaygroundState } from '#lib/playground/state.ts'
import type { Colours } from '../colours.ts'
import { PartTitle, Toggle } from '../controls.tsx'
import type { Lab } from '../lab.ts'
import type { UnitPlace } from '../network/tile.tsx'
import { useLabView } from '../use-lab.ts'
import { formatLoss, formatPercent } from '../words.ts'
import { LossCurve } from './loss-curve.tsx'
import { OutputMap } from './output-map.tsx'

interface Props {
  lab: Lab
  colours: Colours | null
  state: PlaygroundState
  change: (changes: Partial<PlaygroundState>) => void
  pointed: UnitPlace | null
}

export function OutputColumn({ lab, colours, state, change, pointed }: Props) {
  const { readings } = useLabView(lab)
  const isClass = problemOf(state.data) === 'classification'
  return (
    <section aria-label="Output" className="grid content-start gap-3">
      <div className="grid grid-cols-2 gap-3">
        <LossFigure
          mark={<span aria-hidden className="w-4 border-train border-t-2" />}
          label="Training loss"
          loss={readings.trainLoss}
          accuracy={readings.trainAccuracy}
        />
        <LossFigure
          mark={<span aria-hidden className="w-4 border-validation border-t-2 border-dashed" />}
          label="Test loss"
          loss={readings.testLoss}
          accuracy={readings.testAccuracy}
        />
      </div>
      <LossCurve lab={lab} colours={colours} />
      <div className="grid gap-2">
        <OutputMap lab={lab} colours={colours} state={state} place={pointed} />
        <div className="flex items-center gap-2 text-2xs text-ink-3">
          <span>{isClass ? '■ class 0' : '■ −1'}</span>
          <span
            aria-hidden
            className="h-1.5 flex-1 rounded-full"
            style={{ background: 'linear-gradient(to right, var(--negative), var(--surface), var(--positive))' }}
          />
          <span>{isClass ? '● class 1' : '● +1'}</span>
        </div>
      </div>
      <div className="flex flex-wrap gap-x-5 gap-y-2">
        <Toggle checked={state.showTest} onChange={(showTest) => change({ showTest })}>
          Show test points
        </Toggle>
        <Toggle checked={state.discretise} onChange={(discretise) => change({ discretise })}>
          Discretise
        </Toggle>
      </div>
    </section>
  )
}

interface FigureProps {
  mark: ReactNode
  label: string
  loss: number
  accuracy: number | null
}

function LossFigure({ mark, label, loss, accuracy }: FigureProps) {
  return (
    <div>
      <PartTitle className="flex items-center gap-1.5">
        {mark}
        {label}
      </PartTitle>
      <p className="tnum font-medium text-xl leading-7">
        {formatLoss(loss)}
        {accuracy !== null && (
          <span className="ml-2 whitespace-nowrap font-normal text-ink-3 text-xs lg:max-xl:ml-0 lg:max-xl:block">
            {formatPercent(accuracy)} right
          </span>
        )}
      </p>
    </div>
  )
}
