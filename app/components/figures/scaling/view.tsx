'use client'
import { useMemo, useState } from 'react'
import { Controls, FigureBody } from '../kit/figure-body.tsx'
import { fixed, short } from '../kit/number.ts'
import { Plane, sampleSquare, usePlane } from '../kit/plane.tsx'
import { PlayControls } from '../kit/play-controls.tsx'
import { Slider } from '../kit/slider.tsx'
import type { SpecOf } from '../kit/spec-of.ts'
import { Summary } from '../kit/summary.tsx'
import { useStepper } from '../kit/use-stepper.ts'
import { type Bowl, bestRate, bowlOf, type Descent, descend, heightAt, startDescent, stepsToArrive } from './model.ts'

const RANGE = 1.6
const SAMPLES = 90
const MOST_STEPS = 200

interface Pair {
  raw: Descent
  scaled: Descent
}

export function ScalingFigure(_: { spec: SpecOf<'scaling'> }) {
  const [ratio, setRatio] = useState(4)
  const raw = useMemo(() => bowlOf(ratio), [ratio])
  const scaled = useMemo(() => bowlOf(1), [])
  const stepper = useStepper<Pair>({
    key: String(ratio),
    initial: () => ({ raw: startDescent(raw), scaled: startDescent(scaled) }),
    step: (pair) => ({ raw: descend(raw, pair.raw), scaled: descend(scaled, pair.scaled) }),
    isDone: (pair) => pair.raw.step >= MOST_STEPS || stepsToArrive(pair.raw) !== null,
    stepsPerSecond: 8,
  })
  const { state } = stepper
  const arrived = { raw: stepsToArrive(state.raw), scaled: stepsToArrive(state.scaled) }
  return (
    <FigureBody ref={stepper.ref}>
      <div className="grid grid-cols-1 gap-4 @sm:grid-cols-2">
        <Panel title={`x₂ spread ${fixed(ratio, 1)} times as wide as x₁`} bowl={raw} descent={state.raw} />
        <Panel title="both scaled to a spread of 1" bowl={scaled} descent={state.scaled} />
      </div>
      <Controls>
        <PlayControls stepper={stepper} />
        <Slider
          label="Spread of x₂ over that of x₁"
          value={ratio}
          min={1}
          max={8}
          step={0.5}
          text={fixed(ratio, 1)}
          onChange={setRatio}
          className="w-60 max-w-full"
        />
      </Controls>
      <Summary
        text={
          state.raw.step === 0
            ? 'The loss of a linear regression over its two weights. Each goes down at the best rate there is for its shape.'
            : `After ${state.raw.step} ${state.raw.step === 1 ? 'step' : 'steps'}: ${sentence('unscaled', arrived.raw, state.raw)}; ${sentence('scaled', arrived.scaled, state.scaled)}.`
        }
      />
    </FigureBody>
  )
}

const sentence = (name: string, arrived: number | null, { heights }: Descent): string =>
  arrived === null
    ? `${name} has ${fixed((100 * (heights.at(-1) ?? 0)) / (heights[0] ?? 1), 0)} % of its loss left`
    : `${name} got below 1 % of its loss in ${arrived} steps`

function Panel({ title, bowl, descent }: { title: string; bowl: Bowl; descent: Descent }) {
  const heat = useMemo(() => {
    const heights = sampleSquare(RANGE, SAMPLES, (u, v) => heightAt(bowl, [u, v]))
    const top = Math.max(...heights)
    return heights.map((height) => Math.round(Math.sqrt(height / top) * 12) / 12)
  }, [bowl])
  return (
    <div className="min-w-0">
      <p className="mb-1 font-medium text-xs">{title}</p>
      <Plane
        label={`Loss over the two weights, and the path of gradient descent: ${title}`}
        range={RANGE}
        heat={{ values: heat, size: SAMPLES, shade: 'depth' }}
      >
        <PathMark path={descent.path} />
      </Plane>
      <p className="tnum mt-1 flex justify-between gap-2 text-ink-3 text-xs">
        <span>rate {short(bestRate(bowl))}</span>
        <span>steepest over flattest {short(bowl.curvatures[0] / bowl.curvatures[1])}</span>
      </p>
    </div>
  )
}

function PathMark({ path }: { path: Descent['path'] }) {
  const plane = usePlane()
  const places = path.map(([u, v]) => [plane.x(u), plane.y(v)] as const)
  return (
    <g>
      <path
        d={`M${plane.x(0) - 4} ${plane.y(0)}h8M${plane.x(0)} ${plane.y(0) - 4}v8`}
        stroke="var(--ink)"
        strokeWidth="1.25"
      />
      <polyline
        points={places.map((place) => place.join()).join(' ')}
        fill="none"
        stroke="var(--train)"
        strokeWidth="1.5"
        strokeLinejoin="round"
      />
      {places.map(([x, y], i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a step is its number
        <circle key={i} cx={x} cy={y} r={i === places.length - 1 ? 3.4 : 1.7} fill="var(--train)" />
      ))}
    </g>
  )
}
