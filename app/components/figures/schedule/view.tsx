'use client'
import { useState } from 'react'
import { Controls, FigureBody, SideBySide } from '../kit/figure-body.tsx'
import { fixed, short } from '../kit/number.ts'
import { PlayControls } from '../kit/play-controls.tsx'
import { Plot } from '../kit/plot.tsx'
import { Curve, Legend, lookOf, VerticalLine } from '../kit/plot-marks.tsx'
import { Slider } from '../kit/slider.tsx'
import type { SpecOf } from '../kit/spec-of.ts'
import { Summary } from '../kit/summary.tsx'
import { useStepper } from '../kit/use-stepper.ts'
import { EPOCHS, SCHEDULE_NAMES, SCHEDULES, startTraining, type Training, trainEpoch } from './model.ts'

const LOOKS = SCHEDULE_NAMES.map((label, i) => ({ label, look: lookOf(i) }))

export function ScheduleFigure(_: { spec: SpecOf<'schedule'> }) {
  const [baseRate, setBaseRate] = useState(0.05)
  const stepper = useStepper<Training>({
    key: String(baseRate),
    initial: startTraining,
    step: (training) => trainEpoch(training, baseRate),
    isDone: ({ epoch }) => epoch >= EPOCHS,
    stepsPerSecond: 10,
  })
  const { epoch, followers } = stepper.state
  const ranked = [...followers].sort((a, b) => (a.losses.at(-1) ?? 0) - (b.losses.at(-1) ?? 0))
  const [best, worst] = [ranked[0], ranked.at(-1)]
  return (
    <FigureBody ref={stepper.ref}>
      <Legend entries={LOOKS} />
      <SideBySide>
        <Plot
          label="The learning rate of each schedule over the epochs"
          height={200}
          x={{ domain: [0, EPOCHS], label: 'epoch' }}
          y={{ domain: [0, baseRate * 1.05], label: 'learning rate' }}
        >
          {epoch > 0 && <VerticalLine at={epoch} dash="2 3" />}
          {LOOKS.map(({ label, look }) => (
            <Curve
              key={label}
              look={look}
              points={Array.from({ length: EPOCHS }, (_, i) => [i, baseRate * SCHEDULES[label](i)] as const)}
            />
          ))}
        </Plot>
        <Plot
          label="Loss of the network that follows each schedule, on a scale of powers of ten"
          height={200}
          x={{ domain: [0, EPOCHS], label: 'epoch' }}
          y={{ domain: [0.01, 1], log: true, label: 'mean squared error' }}
        >
          {followers.map(({ name, losses }, i) => (
            <Curve key={name} look={lookOf(i)} points={losses.map((loss, at) => [at, loss] as const)} />
          ))}
        </Plot>
      </SideBySide>
      <Controls>
        <PlayControls stepper={stepper} step="Epoch" />
        <Slider
          label="Base rate"
          value={baseRate}
          min={0.005}
          max={0.1}
          step={0.005}
          text={fixed(baseRate, 3)}
          onChange={setBaseRate}
          className="w-52 max-w-full"
        />
      </Controls>
      <Summary
        text={
          epoch === 0
            ? 'Four networks start with the same weights and see the same batches; only their rates differ.'
            : `After epoch ${epoch} the loss is lowest with ${best?.name}, ${short(best?.losses.at(-1) ?? 0)}, and highest with ${worst?.name}, ${short(worst?.losses.at(-1) ?? 0)}.`
        }
      />
    </FigureBody>
  )
}
