'use client'
import { useMemo, useState } from 'react'
import { Controls, FigureBody } from '../kit/figure-body.tsx'
import { fixed, short } from '../kit/number.ts'
import { PlayControls } from '../kit/play-controls.tsx'
import { Plot } from '../kit/plot.tsx'
import { Curve, HorizontalLine, TRAIN, VerticalLine } from '../kit/plot-marks.tsx'
import { Slider } from '../kit/slider.tsx'
import type { SpecOf } from '../kit/spec-of.ts'
import { Summary } from '../kit/summary.tsx'
import { useStepper } from '../kit/use-stepper.ts'
import { CellChain } from './cell-chain.tsx'
import { influence, stepsRemembered, unroll } from './model.ts'
import { InfluenceBars, ReadingBars } from './step-bars.tsx'

const STEPS = 24
const PULSE_AT = 3
/** A quiet trace with one pulse early on. */
const READINGS = Array.from({ length: STEPS }, (_, step) =>
  step === PULSE_AT ? 1.4 : Number((0.09 * Math.sin(step * 2.3) + 0.05 * Math.sin(step * 5.1)).toFixed(3)),
)
const STEP_DOMAIN = [0.4, STEPS + 0.6] as const

export function UnrolledFigure(_: { spec: SpecOf<'unrolled'> }) {
  const [u, setU] = useState(0.7)
  const [w, setW] = useState(1)
  const stepper = useStepper<number>({
    key: 'trace',
    initial: () => STEPS,
    // Play begins from the first step again.
    step: (shown) => (shown >= STEPS ? 1 : shown + 1),
    isDone: () => false,
    stepsPerSecond: 3,
  })
  const shown = stepper.state
  const states = useMemo(() => unroll({ w, u }, READINGS), [w, u])
  const slopes = useMemo(() => influence({ w, u }, READINGS, PULSE_AT), [w, u])
  const reach = Math.max(1, ...slopes.map(Math.abs))
  return (
    <FigureBody ref={stepper.ref}>
      <CellChain readings={READINGS} states={states} now={shown} u={u} />
      <Plot
        label={`State after each step; ${fixed(states[PULSE_AT] ?? 0)} at the pulse, ${fixed(states.at(-1) ?? 0)} at the end`}
        height={130}
        x={{ domain: STEP_DOMAIN }}
        y={{ domain: [-1.05, 1.05], ticks: [-1, 0, 1], label: 'state h, with the readings as bars' }}
      >
        <ReadingBars readings={READINGS.slice(0, shown)} />
        <HorizontalLine at={0} colour="var(--line-strong)" />
        <Curve points={states.slice(0, shown).map((state, i) => [i + 1, state] as const)} look={TRAIN} width={2} />
        {shown < STEPS && <VerticalLine at={shown} dash="2 3" />}
      </Plot>
      <Plot
        label={`Influence of the pulse at step ${PULSE_AT + 1} on each later state, on a scale of powers of ten`}
        height={140}
        x={{ domain: STEP_DOMAIN, label: 'step' }}
        y={{ domain: [1e-6, Math.max(10, reach)], log: true, label: 'influence of the pulse, |∂hₜ / ∂x₄|' }}
      >
        <InfluenceBars slopes={slopes.slice(0, shown)} />
      </Plot>
      <div className="grid grid-cols-1 gap-3 @md:grid-cols-2">
        <Slider label="Recurrent weight u" value={u} min={-1.2} max={1.6} step={0.05} text={fixed(u)} onChange={setU} />
        <Slider label="Input weight w" value={w} min={0.1} max={2} step={0.1} text={fixed(w, 1)} onChange={setW} />
      </div>
      <Controls>
        <PlayControls stepper={stepper} />
        <span className="tnum text-ink-3 text-xs leading-7">
          step {shown} of {STEPS}, state {fixed(states[shown - 1] ?? 0)}
        </span>
      </Controls>
      <Summary text={summaryOf(u, slopes)} />
    </FigureBody>
  )
}

function summaryOf(u: number, slopes: readonly number[]): string {
  const remembered = stepsRemembered(slopes, PULSE_AT)
  const end = `at the end it is ${short(Math.abs(slopes.at(-1) ?? 0))}`
  return remembered === null
    ? `With u = ${fixed(u)} a tenth of the pulse’s influence is still there ${STEPS - PULSE_AT - 1} steps later; ${end}.`
    : `With u = ${fixed(u)} less than a tenth of the pulse’s influence is left after ${remembered} ${remembered === 1 ? 'step' : 'steps'}; ${end}.`
}
