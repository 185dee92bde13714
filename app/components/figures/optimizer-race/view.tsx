'use client'
import { useMemo, useState } from 'react'
import { Controls, FigureBody, SideBySide } from '../kit/figure-body.tsx'
import { FigureTable } from '../kit/figure-table.tsx'
import { fixed, short } from '../kit/number.ts'
import { Plane, sampleSquare, usePlane } from '../kit/plane.tsx'
import { PlaneHandle } from '../kit/plane-handle.tsx'
import { PlayControls } from '../kit/play-controls.tsx'
import { Plot } from '../kit/plot.tsx'
import { Curve, Legend, type Look, lookOf } from '../kit/plot-marks.tsx'
import { Slider } from '../kit/slider.tsx'
import type { SpecOf } from '../kit/spec-of.ts'
import { Summary } from '../kit/summary.tsx'
import { useStepper } from '../kit/use-stepper.ts'
import { isLost, lineUp, MOST_STEPS, type RaceState, type Runner, stepAll } from './model.ts'
import { RANGE, SURFACES } from './surfaces.ts'

const SAMPLES = 96
/** Heights fall in bands, as contour lines do. */
const BANDS = 14

export function OptimizerRaceFigure({ spec }: { spec: SpecOf<'optimizer-race'> }) {
  const { surface, optimizers } = spec
  const { start: usualStart, lowest, height } = SURFACES[surface]
  const [start, setStart] = useState<readonly [number, number]>(usualStart)
  const [pace, setPace] = useState(1)
  const stepper = useStepper<RaceState>({
    key: `${surface} ${optimizers.join()} ${start.join()} ${pace}`,
    initial: () => lineUp({ surface, optimizers, start, pace }),
    step: (state) => stepAll(state, surface),
    isDone: ({ step }) => step >= MOST_STEPS,
    stepsPerSecond: 20,
  })
  const { step, runners } = stepper.state
  const heat = useMemo(() => {
    const heights = sampleSquare(RANGE, SAMPLES, height)
    const top = Math.max(...heights) - lowest.height
    // The square root shows the valley floor, where the race is decided, in as many bands as the walls.
    return heights.map((value) => Math.round(Math.sqrt(Math.max(0, value - lowest.height) / top) * BANDS) / BANDS)
  }, [height, lowest])
  const shown = runners.map((runner, i) => ({ ...runner, look: lookOf(i) }))
  const ranked = [...shown].sort((a, b) => (a.heights.at(-1) ?? 0) - (b.heights.at(-1) ?? 0))
  return (
    <FigureBody ref={stepper.ref}>
      <Legend entries={shown.map(({ name, look }) => ({ label: name, look }))} />
      <SideBySide>
        <Plane
          label={`Paths of ${optimizers.join(', ')} over the surface, seen from above`}
          range={RANGE}
          heat={{ values: heat, size: SAMPLES, shade: 'depth' }}
          interactive
        >
          <Target at={lowest.at} />
          {shown.map(({ name, path, look }) => (
            <Path key={name} path={path} look={look} />
          ))}
          <PlaneHandle label="Start" x={start[0]} y={start[1]} onMove={(x, y) => setStart([x, y])} />
        </Plane>
        <Plot
          label="Height above the lowest place after each step, on a scale of powers of ten"
          height={264}
          x={{ domain: [0, MOST_STEPS], label: 'step' }}
          y={{ domain: [1e-6, 100], log: true, label: 'height above the lowest place' }}
        >
          {shown.map(({ name, heights, look }) => (
            <Curve key={name} points={heights.map((value, i) => [i, Math.max(1e-9, value)] as const)} look={look} />
          ))}
        </Plot>
      </SideBySide>
      <Controls>
        <PlayControls stepper={stepper} />
        <Slider
          label="Learning rates times"
          value={pace}
          min={0.25}
          max={3}
          step={0.25}
          text={fixed(pace)}
          onChange={setPace}
          className="w-52 max-w-full"
        />
      </Controls>
      <FigureTable
        label="Where each is now"
        head={['optimiser', 'rate', `height at step ${step}`, 'below 0.01 at step']}
      >
        {shown.map((runner) => (
          <tr key={runner.name}>
            <td className="font-medium" style={{ color: runner.look.colour }}>
              {runner.name}
            </td>
            <td>{short(runner.rate)}</td>
            <td>{isLost(runner) ? 'left the picture' : short(runner.heights.at(-1) ?? 0)}</td>
            <td>{firstBelow(runner)}</td>
          </tr>
        ))}
      </FigureTable>
      <Summary
        text={
          step === 0
            ? 'All start from the same place, which you can drag. Play, or take one step at a time.'
            : `After ${step} ${step === 1 ? 'step' : 'steps'} ${ranked[0]?.name} is lowest, at ${short(ranked[0]?.heights.at(-1) ?? 0)}${ranked.length > 1 ? `; ${lastWords(ranked.at(-1))}` : ''}.`
        }
      />
    </FigureBody>
  )
}

const lastWords = (runner: Runner | undefined): string =>
  runner
    ? isLost(runner)
      ? `${runner.name} was thrown out`
      : `${runner.name} is highest, at ${short(runner.heights.at(-1) ?? 0)}`
    : ''

function firstBelow({ heights }: Runner): string {
  const at = heights.findIndex((value) => value < 0.01)
  return at < 0 ? '–' : String(at)
}

function Target({ at }: { at: readonly [number, number] }) {
  const plane = usePlane()
  const [x, y] = [plane.x(at[0]), plane.y(at[1])]
  return <path d={`M${x - 4} ${y}h8M${x} ${y - 4}v8`} stroke="var(--ink)" strokeWidth="1.25" />
}

function Path({ path, look }: { path: Runner['path']; look: Look }) {
  const plane = usePlane()
  // A path that was thrown out is cut where it left: coordinates of 1e40 break the drawing of all of it.
  const near = path.filter(([x, y]) => Math.abs(x) < 20 && Math.abs(y) < 20)
  const last = near.at(-1)
  return (
    <g>
      <polyline
        points={near.map(([x, y]) => `${plane.x(x).toFixed(1)},${plane.y(y).toFixed(1)}`).join(' ')}
        fill="none"
        stroke={look.colour}
        strokeWidth="1.5"
        strokeDasharray={look.dash}
        strokeLinejoin="round"
      />
      {last && (
        <circle cx={plane.x(last[0])} cy={plane.y(last[1])} r="3.2" fill={look.colour} stroke="var(--surface)" />
      )}
    </g>
  )
}
