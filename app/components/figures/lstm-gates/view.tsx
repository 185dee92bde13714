'use client'
import { useMemo, useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { Choice } from '../kit/choice.tsx'
import { Controls, FigureBody } from '../kit/figure-body.tsx'
import { fixed } from '../kit/number.ts'
import { PlayControls } from '../kit/play-controls.tsx'
import { Plot } from '../kit/plot.tsx'
import { Curve, HorizontalLine, lookOf, TRAIN, VerticalLine } from '../kit/plot-marks.tsx'
import { drawTrace } from '../kit/sensor-trace.ts'
import type { SpecOf } from '../kit/spec-of.ts'
import { Summary } from '../kit/summary.tsx'
import { useStepper } from '../kit/use-stepper.ts'
import { GateMeters } from './gate-meters.tsx'
import { runLstm, type UnitStep } from './model.ts'
import { RunningBands } from './running-bands.tsx'
import weights from './weights.json'

const STEPS = 48
const DOMAIN = [0.4, STEPS + 0.6] as const
const UNITS = Array.from({ length: weights.units }, (_, i) => ({ value: String(i), label: `unit ${i + 1}` }))
const GATES = [
  { key: 'input', label: 'input', look: lookOf(0) },
  { key: 'forget', label: 'forget', look: lookOf(1) },
  { key: 'output', label: 'output', look: lookOf(2) },
] as const
/** Traces that the network was not trained on; the first has a long wait between its jolts. */
const FIRST_SEED = 16
/** The unit whose forget gate stays open while the machine runs. */
const HOLDER = '1'

export function LstmGatesFigure(_: { spec: SpecOf<'lstm-gates'> }) {
  const [seed, setSeed] = useState(FIRST_SEED)
  const [unit, setUnit] = useState(HOLDER)
  const trace = useMemo(() => drawTrace({ seed, steps: STEPS }), [seed])
  const steps = useMemo(() => runLstm(weights, trace.readings), [trace])
  const stepper = useStepper<number>({
    key: String(seed),
    initial: () => STEPS,
    // Play begins from the first step again.
    step: (shown) => (shown >= STEPS ? 1 : shown + 1),
    isDone: () => false,
    stepsPerSecond: 4,
  })
  const shown = stepper.state
  const now = steps[shown - 1]
  const at = now?.units[Number(unit)]
  const series = (read: (step: UnitStep) => number) =>
    steps.slice(0, shown).flatMap(({ units }, i) => {
      const one = units[Number(unit)]
      return one ? [[i + 1, read(one)] as const] : []
    })
  const cells = series(({ cell }) => cell)
  const reach = Math.max(1.5, ...steps.flatMap(({ units }) => units.map(({ cell }) => Math.abs(cell))))
  return (
    <FigureBody ref={stepper.ref}>
      <Plot
        label="Readings of the sensor; shaded where the machine really runs"
        height={104}
        x={{ domain: DOMAIN, ticks: [] }}
        y={{ domain: [-1.4, 1.4], ticks: [-1, 0, 1], label: 'reading; shaded where the machine runs' }}
      >
        <RunningBands running={trace.running} />
        <Curve
          points={trace.readings.slice(0, shown).map((reading, i) => [i + 1, reading] as const)}
          look={{ colour: 'var(--ink)' }}
          width={1.25}
        />
        <VerticalLine at={shown} dash="2 3" />
      </Plot>
      <Plot
        label="The three gates at each step, 0 shut and 1 open"
        height={130}
        x={{ domain: DOMAIN, ticks: [] }}
        y={{ domain: [-0.03, 1.03], ticks: [0, 0.5, 1], label: 'gates, 0 shut and 1 open' }}
      >
        {GATES.map(({ key, look }) => (
          <Curve key={key} points={series((step) => step[key])} look={look} />
        ))}
        <VerticalLine at={shown} dash="2 3" />
      </Plot>
      <GateMeters gates={GATES.map(({ key, label, look }) => ({ label, look, value: at?.[key] ?? 0 }))} />
      <Plot
        label="State of the cell at each step"
        height={104}
        x={{ domain: DOMAIN, ticks: [] }}
        y={{ domain: [-reach * 1.05, reach * 1.05], label: 'cell state' }}
      >
        <HorizontalLine at={0} colour="var(--line-strong)" />
        <Curve points={cells} look={TRAIN} width={2} />
        <VerticalLine at={shown} dash="2 3" />
      </Plot>
      <Plot
        label="What the network answers at each step: how likely the machine runs"
        height={112}
        x={{ domain: DOMAIN, label: 'step' }}
        y={{ domain: [-0.03, 1.03], ticks: [0, 0.5, 1], label: 'answer: how likely it runs' }}
      >
        <RunningBands running={trace.running} />
        <Curve
          points={steps.slice(0, shown).map(({ answer }, i) => [i + 1, answer] as const)}
          look={{ colour: 'var(--ink)' }}
          width={2}
        />
        <VerticalLine at={shown} dash="2 3" />
      </Plot>
      <Controls>
        <PlayControls stepper={stepper} />
        <Choice label="Gates and cell of" options={UNITS} value={unit} onChange={setUnit} />
        <Button size="sm" onClick={() => setSeed(seed + 1)}>
          Another trace
        </Button>
      </Controls>
      <Summary
        text={
          at && now
            ? `Step ${shown}: the forget gate keeps ${fixed(100 * at.forget, 0)} % of the cell, the input gate lets in ${fixed(100 * at.input, 0)} % of what is offered (${fixed(at.candidate)}). The network says ${fixed(100 * now.answer, 0)} % that the machine runs; it ${trace.running[shown - 1] === 1 ? 'does' : 'does not'}.`
            : ''
        }
      />
    </FigureBody>
  )
}
