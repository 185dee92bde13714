'use client'
import { useMemo } from 'react'
import type { LabelledPoint } from '../kit/clouds.ts'
import { Controls, FigureBody } from '../kit/figure-body.tsx'
import { fixed } from '../kit/number.ts'
import { Plane, sampleSquare } from '../kit/plane.tsx'
import { Dot } from '../kit/plane-marks.tsx'
import { PlayControls } from '../kit/play-controls.tsx'
import type { SpecOf } from '../kit/spec-of.ts'
import { Summary } from '../kit/summary.tsx'
import { useStepper } from '../kit/use-stepper.ts'
import { drawShape } from './data.ts'
import { type Learner, MOST_EPOCHS, opinion, type Race, startRace, trainEpoch } from './model.ts'

const SAMPLES = 36

export function DecisionBoundaryFigure({ spec }: { spec: SpecOf<'decision-boundary'> }) {
  const { data, units } = spec
  const rows = useMemo(() => drawShape(data), [data])
  const stepper = useStepper<Race>({
    key: `${data} ${units.join()}`,
    initial: () => startRace(units, rows),
    step: (race) => trainEpoch(race, rows),
    isDone: ({ epoch }) => epoch >= MOST_EPOCHS,
    stepsPerSecond: 60,
    stride: 20,
  })
  const { epoch, learners } = stepper.state
  const best = learners.reduce((one, other) => (other.accuracy > one.accuracy ? other : one))
  return (
    <FigureBody ref={stepper.ref}>
      <div
        className={`grid grid-cols-2 gap-3 ${learners.length > 2 ? (learners.length === 4 ? '@md:grid-cols-4' : '@md:grid-cols-3') : ''}`}
      >
        {learners.map((learner) => (
          <Panel key={learner.units} learner={learner} rows={rows} epoch={epoch} />
        ))}
      </div>
      <Controls>
        <PlayControls stepper={stepper} step="20 epochs" />
        <span className="tnum text-ink-3 text-xs leading-7">
          epoch {epoch} of {MOST_EPOCHS}
        </span>
      </Controls>
      <Summary
        text={
          epoch === 0
            ? 'Nothing is learnt yet: the colours are what freshly drawn weights say.'
            : `After ${epoch} epochs ${best.units === 1 ? 'one hidden unit tells' : `${best.units} hidden units tell`} ${fixed(best.accuracy * 100, 0)} % of the points right; ${learners[0]?.units === 1 ? 'one unit' : `${learners[0]?.units} units`} ${fixed((learners[0]?.accuracy ?? 0) * 100, 0)} %.`
        }
      />
    </FigureBody>
  )
}

function Panel({ learner, rows, epoch }: { learner: Learner; rows: readonly LabelledPoint[]; epoch: number }) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: the network moves in place, once an epoch
  const heat = useMemo(() => sampleSquare(1, SAMPLES, (x, y) => opinion(learner, x, y)), [learner.network, epoch])
  return (
    <div className="min-w-0">
      <p className="mb-1 flex items-baseline justify-between gap-2 text-xs">
        <span className="font-medium">
          {learner.units} {learner.units === 1 ? 'unit' : 'units'}
        </span>
        <span className="tnum text-ink-3">loss {fixed(learner.loss, 3)}</span>
      </p>
      <Plane
        label={`${learner.units} hidden units: ${fixed(learner.accuracy * 100, 0)} per cent of the points told right`}
        range={1}
        heat={{ values: heat, size: SAMPLES }}
      >
        {rows.map(({ x, y }) => (
          <Dot key={x.join()} x={x[0]} y={x[1]} positive={y === 1} />
        ))}
      </Plane>
    </div>
  )
}
