'use client'
import { useMemo, useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { Choice } from '../kit/choice.tsx'
import { Controls, FigureBody, SideBySide } from '../kit/figure-body.tsx'
import { short } from '../kit/number.ts'
import { Plot, usePlot } from '../kit/plot.tsx'
import { Slider } from '../kit/slider.tsx'
import type { SpecOf } from '../kit/spec-of.ts'
import { Summary } from '../kit/summary.tsx'
import {
  FLOW_ACTIVATIONS,
  FLOW_INITIALISERS,
  type FlowActivation,
  type FlowInitialiser,
  type LayerFlow,
  measureFlow,
} from './model.ts'

const ACTIVATION_OPTIONS = FLOW_ACTIVATIONS.map((value) => ({ value, label: value }))
const INITIALISER_OPTIONS = (Object.keys(FLOW_INITIALISERS) as FlowInitialiser[]).map((value) => ({
  value,
  label: FLOW_INITIALISERS[value].label,
}))
/** Sizes between which the axes show; what is smaller or larger ends at them. */
const LOW = 1e-8
const HIGH = 1e8

export function GradientFlowFigure({ spec }: { spec: SpecOf<'gradient-flow'> }) {
  const [layers, setLayers] = useState(spec.layers)
  const [activation, setActivation] = useState<FlowActivation>('sigmoid')
  const [initialiser, setInitialiser] = useState<FlowInitialiser>('glorot')
  const [seed, setSeed] = useState(1)
  const flow = useMemo(
    () => measureFlow({ layers, activation, initialiser, seed }),
    [layers, activation, initialiser, seed],
  )
  const first = flow[0]?.gradient ?? 0
  const ratio = first / (flow.at(-1)?.gradient || 1)
  return (
    <FigureBody>
      <Controls>
        <Choice label="Activation" options={ACTIVATION_OPTIONS} value={activation} onChange={setActivation} />
        <Choice
          label="Weights drawn from"
          options={INITIALISER_OPTIONS}
          value={initialiser}
          onChange={setInitialiser}
        />
      </Controls>
      <SideBySide>
        <LayerBars title="spread of outputs" flow={flow} of="spread" colour="var(--train)" />
        <LayerBars title="size of gradient" flow={flow} of="gradient" colour="var(--validation)" />
      </SideBySide>
      <Controls>
        <Slider
          label="Layers"
          value={layers}
          min={2}
          max={20}
          step={1}
          text={String(layers)}
          onChange={setLayers}
          className="w-56 max-w-full"
        />
        <Button size="sm" onClick={() => setSeed(seed + 1)}>
          Draw again
        </Button>
      </Controls>
      <Summary
        text={`The first layer’s gradient is ${short(ratio)} times the last one’s. ${
          ratio < 0.01
            ? 'It vanishes on the way back: the first layers would hardly learn.'
            : ratio > 100
              ? 'It explodes on the way back: one step would throw the first layers far off.'
              : 'It keeps its size: all layers can learn at one rate.'
        }`}
      />
    </FigureBody>
  )
}

interface BarsProps {
  title: string
  flow: readonly LayerFlow[]
  of: keyof LayerFlow
  colour: string
}

function LayerBars({ title, flow, of, colour }: BarsProps) {
  const values = flow.map((layer) => layer[of])
  const low = Math.max(LOW, Math.min(1e-3, 10 ** Math.floor(Math.log10(Math.min(...values.filter((v) => v > 0))))))
  const high = Math.min(HIGH, Math.max(10, 10 ** Math.ceil(Math.log10(Math.max(...values)))))
  return (
    <Plot
      label={`${title} layer by layer, on a scale of powers of ten: ${values.map(short).join(', ')}`}
      height={210}
      x={{
        domain: [0.4, flow.length + 0.6],
        label: 'layer',
        ticks: flow.length > 10 ? [1, 5, 10, 15, 20].filter((n) => n <= flow.length) : values.map((_, i) => i + 1),
        format: String,
      }}
      y={{ domain: [low, high], log: true, label: title }}
    >
      <Bars values={values} low={low} colour={colour} />
    </Plot>
  )
}

/** From 1 up or down: both directions are trouble. */
function Bars({ values, low, colour }: { values: readonly number[]; low: number; colour: string }) {
  const { x, y } = usePlot()
  const width = Math.max(3, (x.at(2) - x.at(1)) * 0.62)
  const one = y.at(1)
  return (
    <>
      {values.map((value, i) => {
        const end = y.at(Math.max(low, value))
        return (
          <rect
            // biome-ignore lint/suspicious/noArrayIndexKey: a layer is its place
            key={i}
            x={x.at(i + 1) - width / 2}
            width={width}
            y={Math.min(one, end)}
            height={Math.max(1, Math.abs(one - end))}
            fill={colour}
            opacity="0.85"
          />
        )
      })}
      <line x1={x.at(0.4)} x2={x.at(values.length + 0.6)} y1={one} y2={one} stroke="var(--ink-3)" />
    </>
  )
}
