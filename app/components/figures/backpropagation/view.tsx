'use client'
import { StepBack, StepForward } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { Controls, FigureBody } from '../kit/figure-body.tsx'
import { fixed } from '../kit/number.ts'
import { Slider } from '../kit/slider.tsx'
import type { SpecOf } from '../kit/spec-of.ts'
import { Summary } from '../kit/summary.tsx'
import { descend, propagate, STAGES, START, tell } from './model.ts'
import { NetworkDrawing } from './network-drawing.tsx'

export function BackpropagationFigure(_: { spec: SpecOf<'backpropagation'> }) {
  const [setting, setSetting] = useState(START)
  const [at, setAt] = useState(0)
  const stage = STAGES[at] ?? 'inputs'
  const pass = propagate(setting)
  const forwards = () => {
    if (at < STAGES.length - 1) return setAt(at + 1)
    setSetting(descend(setting))
    setAt(0)
  }
  return (
    <FigureBody>
      <NetworkDrawing stage={stage} setting={setting} pass={pass} />
      <Summary text={tell(stage, setting, pass)} />
      <Controls>
        {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for what is filled in */}
        <div role="group" aria-label="Stages" className="flex items-center gap-1.5">
          <Button size="sm" onClick={() => setAt(at - 1)} disabled={at === 0}>
            <StepBack aria-hidden />
            Back
          </Button>
          <Button size="sm" variant="primary" onClick={forwards} className="w-28">
            <StepForward aria-hidden />
            {at === STAGES.length - 1 ? 'Update' : 'Step'}
          </Button>
          <Button
            size="sm"
            variant="ghost"
            onClick={() => {
              setSetting(START)
              setAt(0)
            }}
          >
            Reset
          </Button>
        </div>
        <span className="tnum text-ink-3 text-xs leading-7">
          stage {at + 1} of {STAGES.length}
        </span>
      </Controls>
      <div className="grid grid-cols-1 gap-3 @md:grid-cols-3">
        <Slider
          label="x₁"
          value={setting.x[0]}
          min={-2}
          max={2}
          step={0.1}
          text={fixed(setting.x[0], 1)}
          onChange={(v) => setSetting({ ...setting, x: [v, setting.x[1]] })}
        />
        <Slider
          label="x₂"
          value={setting.x[1]}
          min={-2}
          max={2}
          step={0.1}
          text={fixed(setting.x[1], 1)}
          onChange={(v) => setSetting({ ...setting, x: [setting.x[0], v] })}
        />
        <Slider
          label="Target t"
          value={setting.target}
          min={-2}
          max={2}
          step={0.1}
          text={fixed(setting.target, 1)}
          onChange={(target) => setSetting({ ...setting, target })}
        />
      </div>
    </FigureBody>
  )
}
