'use client'
import { useMemo, useState } from 'react'
import { FigureBody } from '../kit/figure-body.tsx'
import { fixed } from '../kit/number.ts'
import { Plane, sampleSquare } from '../kit/plane.tsx'
import { PlaneHandle } from '../kit/plane-handle.tsx'
import { Arrow, BoundaryLine, Dot } from '../kit/plane-marks.tsx'
import { Slider } from '../kit/slider.tsx'
import type { SpecOf } from '../kit/spec-of.ts'
import { Summary } from '../kit/summary.tsx'
import { isWrong, type Neuron, outputOf, POINTS, shadeOf, sumOf } from './model.ts'

/** Weights of 4 reach the end of an arrow of length 0.9. */
const ARROW = 0.9 / 4

export function NeuronFigure({ spec }: { spec: SpecOf<'neuron'> }) {
  const [w, setW] = useState<readonly [number, number]>([-1.2, 2.4])
  const [b, setB] = useState(0.6)
  const [probe, setProbe] = useState<readonly [number, number]>([0.5, -0.4])
  const neuron: Neuron = { w, b, activation: spec.activation }
  const heat = useMemo(
    () => sampleSquare(1, 40, (x, y) => shadeOf({ w, b, activation: spec.activation }, [x, y])),
    [w, b, spec.activation],
  )
  const wrong = POINTS.filter((point) => isWrong(neuron, point)).length
  const sum = sumOf(neuron, probe)
  return (
    <FigureBody>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-4 @md:grid-cols-[minmax(0,1.15fr)_minmax(0,1fr)]">
        <Plane
          label="Two classes of points, and the line of the neuron"
          range={1}
          heat={{ values: heat, size: 40 }}
          interactive
        >
          <BoundaryLine w={w} b={b} />
          {POINTS.map((point) => (
            <Dot
              key={point.x.join()}
              x={point.x[0]}
              y={point.x[1]}
              positive={point.y === 1}
              wrong={isWrong(neuron, point)}
            />
          ))}
          <Arrow from={[0, 0]} by={[w[0] * ARROW, w[1] * ARROW]} colour="var(--ink)" />
          <PlaneHandle
            label="Weights"
            x={w[0] * ARROW}
            y={w[1] * ARROW}
            onMove={(x, y) => setW([x / ARROW, y / ARROW])}
          />
          <PlaneHandle label="Input to look at" x={probe[0]} y={probe[1]} onMove={(x, y) => setProbe([x, y])} />
        </Plane>
        <div className="grid content-start gap-3">
          <Slider
            label="Weight of x₁"
            value={w[0]}
            min={-4}
            max={4}
            step={0.1}
            text={fixed(w[0])}
            onChange={(v) => setW([v, w[1]])}
          />
          <Slider
            label="Weight of x₂"
            value={w[1]}
            min={-4}
            max={4}
            step={0.1}
            text={fixed(w[1])}
            onChange={(v) => setW([w[0], v])}
          />
          <Slider label="Bias" value={b} min={-3} max={3} step={0.1} text={fixed(b)} onChange={setB} />
          <dl className="tnum grid grid-cols-[auto_1fr] gap-x-3 gap-y-1 border-line border-t pt-3 text-xs">
            <dt className="text-ink-3">input</dt>
            <dd className="text-right">
              ({fixed(probe[0])}, {fixed(probe[1])})
            </dd>
            <dt className="text-ink-3">sum z</dt>
            <dd className="text-right">
              {fixed(w[0])} · {fixed(probe[0])} + {fixed(w[1])} · {fixed(probe[1])} + {fixed(b)} = {fixed(sum)}
            </dd>
            <dt className="text-ink-3">{spec.activation}(z)</dt>
            <dd className="text-right font-medium text-ink">{fixed(outputOf(neuron, probe), 3)}</dd>
          </dl>
        </div>
      </div>
      <Summary
        text={`${wrong === 0 ? 'No point is' : wrong === 1 ? 'One point is' : `${wrong} points are`} on the wrong side of the line, out of ${POINTS.length}. The arrow is the weights: it stands at right angles to the line, and points to class 1.`}
      />
    </FigureBody>
  )
}
