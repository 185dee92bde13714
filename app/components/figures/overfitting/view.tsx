'use client'
import { useState } from 'react'
import { Controls, FigureBody, SideBySide } from '../kit/figure-body.tsx'
import { fixed, short } from '../kit/number.ts'
import { PlayControls } from '../kit/play-controls.tsx'
import { Plot, usePlot } from '../kit/plot.tsx'
import { Curve, Legend, TRAIN as TRAIN_LOOK, VALIDATION as VALIDATION_LOOK, VerticalLine } from '../kit/plot-marks.tsx'
import { Slider } from '../kit/slider.tsx'
import type { SpecOf } from '../kit/spec-of.ts'
import { Summary } from '../kit/summary.tsx'
import { useStepper } from '../kit/use-stepper.ts'
import {
  bestOf,
  curveOf,
  type Fit,
  MOST_EPOCHS,
  type Setting,
  startFit,
  TRAIN,
  TRUTH,
  trainEpoch,
  VALIDATION,
} from './model.ts'

const WIDTHS = [1, 2, 4, 8, 16, 32, 64]
const PENALTIES = [0, 0.0003, 0.001, 0.003, 0.01, 0.03]
const TRUTH_LOOK = { colour: 'var(--ink-3)', dash: '2 3' }
const FIT_LOOK = { colour: 'var(--ink)' }

export function OverfittingFigure(_: { spec: SpecOf<'overfitting'> }) {
  const [setting, setSetting] = useState<Setting>({ width: 32, l2: 0, dropout: 0 })
  const stepper = useStepper<Fit>({
    key: JSON.stringify(setting),
    initial: () => startFit(setting),
    step: (fit) => trainEpoch(fit, setting),
    isDone: ({ epoch }) => epoch >= MOST_EPOCHS,
    stepsPerSecond: 180,
    stride: 50,
  })
  const fit = stepper.state
  const best = bestOf(fit)
  const last = fit.losses.at(-1)
  return (
    <FigureBody ref={stepper.ref}>
      <SideBySide>
        <div className="min-w-0">
          <Plot
            label={`${TRAIN.length} training points, ${VALIDATION.length} validation points, and the curve of the network`}
            height={230}
            x={{ domain: [-1, 1] }}
            y={{ domain: [-1.6, 1.6], label: 'the fit' }}
          >
            <Curve points={TRUTH} look={TRUTH_LOOK} width={1.25} />
            <Points />
            <Curve points={curveOf(fit.network)} look={FIT_LOOK} width={2} />
          </Plot>
          <Legend
            entries={[
              { label: 'network', look: FIT_LOOK },
              { label: 'truth without noise', look: TRUTH_LOOK },
            ]}
          />
        </div>
        <div className="min-w-0">
          <Plot
            label={`Training loss ${short(last?.train ?? 0)}, validation loss ${short(last?.validation ?? 0)}, on a scale of powers of ten`}
            height={230}
            x={{ domain: [0, MOST_EPOCHS], label: 'epoch' }}
            y={{ domain: [0.001, 1], log: true, label: 'mean squared error' }}
          >
            {fit.epoch > 0 && <VerticalLine at={best.epoch} dash="2 3" colour="var(--pass)" />}
            <Curve points={fit.losses.map(({ epoch, train }) => [epoch, train] as const)} look={TRAIN_LOOK} />
            <Curve
              points={fit.losses.map(({ epoch, validation }) => [epoch, validation] as const)}
              look={VALIDATION_LOOK}
            />
          </Plot>
          <Legend
            entries={[
              { label: 'training', look: TRAIN_LOOK },
              { label: 'validation', look: VALIDATION_LOOK },
              { label: 'stop here', look: { colour: 'var(--pass)', dash: '2 3' } },
            ]}
          />
        </div>
      </SideBySide>
      <div className="grid grid-cols-1 gap-3 @md:grid-cols-3">
        <Slider
          label="Hidden units"
          value={WIDTHS.indexOf(setting.width)}
          min={0}
          max={WIDTHS.length - 1}
          step={1}
          text={String(setting.width)}
          onChange={(at) => setSetting({ ...setting, width: WIDTHS[at] ?? 32 })}
        />
        <Slider
          label="l2 penalty"
          value={PENALTIES.indexOf(setting.l2)}
          min={0}
          max={PENALTIES.length - 1}
          step={1}
          text={setting.l2 === 0 ? 'off' : String(setting.l2)}
          onChange={(at) => setSetting({ ...setting, l2: PENALTIES[at] ?? 0 })}
        />
        <Slider
          label="Dropout"
          value={setting.dropout}
          min={0}
          max={0.6}
          step={0.1}
          text={setting.dropout === 0 ? 'off' : fixed(setting.dropout, 1)}
          onChange={(dropout) => setSetting({ ...setting, dropout })}
        />
      </div>
      <Controls>
        <PlayControls stepper={stepper} step="50 epochs" />
        <span className="tnum text-ink-3 text-xs leading-7">
          epoch {fit.epoch} of {MOST_EPOCHS}
        </span>
      </Controls>
      <Summary text={summaryOf(fit)} />
    </FigureBody>
  )
}

function summaryOf(fit: Fit): string {
  const last = fit.losses.at(-1)
  if (!last || fit.epoch === 0)
    return 'The network has not seen the points yet. Blue discs train it; orange squares only measure it.'
  const best = bestOf(fit)
  const numbers = `Training loss ${short(last.train)}, validation loss ${short(last.validation)}`
  return last.validation > best.validation * 1.15
    ? `${numbers}, lowest at epoch ${best.epoch} with ${short(best.validation)}. Since then the network has been learning the noise.`
    : `${numbers}: still about as low as it has been.`
}

function Points() {
  const { x, y } = usePlot()
  return (
    <>
      {VALIDATION.map((row) => (
        <rect
          key={row.y}
          x={x.at(row.x[0] ?? 0) - 2}
          y={y.at(row.y) - 2}
          width="4"
          height="4"
          fill="none"
          stroke="var(--validation)"
          opacity="0.7"
        />
      ))}
      {TRAIN.map((row) => (
        <circle
          key={row.y}
          cx={x.at(row.x[0] ?? 0)}
          cy={y.at(row.y)}
          r="3.6"
          fill="var(--train)"
          stroke="var(--surface)"
        />
      ))}
    </>
  )
}
