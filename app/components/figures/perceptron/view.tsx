'use client'
import { useMemo } from 'react'
import { Controls, FigureBody, SideBySide } from '../kit/figure-body.tsx'
import { fixed } from '../kit/number.ts'
import { Plane, sampleSquare } from '../kit/plane.tsx'
import { BoundaryLine, Dot } from '../kit/plane-marks.tsx'
import { PlayControls } from '../kit/play-controls.tsx'
import type { SpecOf } from '../kit/spec-of.ts'
import { Summary } from '../kit/summary.tsx'
import { useStepper } from '../kit/use-stepper.ts'
import { MistakesByPass } from './mistakes-by-pass.tsx'
import { drawRows, hasConverged, look, MOST_PASSES, startWalk, type Walk } from './model.ts'

const signed = (value: number) => `${value < 0 ? '−' : '+'} ${fixed(Math.abs(value))}`

export function PerceptronFigure({ spec }: { spec: SpecOf<'perceptron'> }) {
  const rows = useMemo(() => drawRows(spec.separable), [spec.separable])
  const stepper = useStepper<Walk>({
    key: String(spec.separable),
    initial: startWalk,
    step: (walk) => look(walk, rows),
    isDone: (walk) => hasConverged(walk, rows) || walk.looks >= MOST_PASSES * rows.length,
    stepsPerSecond: 6,
  })
  const walk = stepper.state
  const { w, b, before, looked, moved } = walk
  const heat = useMemo(() => sampleSquare(1, 40, (x, y) => (w[0] * x + w[1] * y + b >= 0 ? 0.5 : -0.5)), [w, b])
  const row = looked === null ? null : rows[looked]
  const wrong = rows.filter(({ x, y }) => (w[0] * x[0] + w[1] * x[1] + b >= 0 ? 1 : 0) !== y).length
  return (
    <FigureBody ref={stepper.ref}>
      <SideBySide>
        <Plane
          label={`${rows.length} points of two classes; ${wrong} on the wrong side of the line`}
          range={1}
          heat={{ values: heat, size: 40 }}
        >
          {moved && <BoundaryLine w={before.w} b={before.b} faint />}
          <BoundaryLine w={w} b={b} />
          {rows.map(({ x, y }, i) => (
            <Dot
              key={x.join()}
              x={x[0]}
              y={x[1]}
              positive={y === 1}
              current={i === looked}
              wrong={i === looked && moved}
            />
          ))}
        </Plane>
        <div className="grid content-start gap-3">
          <dl className="tnum grid grid-cols-[auto_1fr] gap-x-3 gap-y-1 text-xs">
            <dt className="text-ink-3">rows looked at</dt>
            <dd className="text-right">{walk.looks}</dd>
            <dt className="text-ink-3">weights, bias</dt>
            <dd className="text-right">
              ({fixed(w[0])}, {fixed(w[1])}), {fixed(b)}
            </dd>
            <dt className="text-ink-3">last change</dt>
            <dd className="text-right">
              {row && moved
                ? `w ${signed(w[0] - before.w[0])}, ${signed(w[1] - before.w[1])}; b ${signed(b - before.b)}`
                : '–'}
            </dd>
          </dl>
          <MistakesByPass mistakes={walk.mistakes} rows={rows.length} passes={MOST_PASSES} />
        </div>
      </SideBySide>
      <Controls>
        <PlayControls stepper={stepper} step="Next row" />
      </Controls>
      <Summary text={summaryOf(walk, stepper.done, hasConverged(walk, rows), rows[looked ?? 0]?.y ?? 0)} />
    </FigureBody>
  )
}

function summaryOf(walk: Walk, done: boolean, converged: boolean, truth: 0 | 1): string {
  const passes = walk.mistakes.length
  if (converged)
    return `A whole pass without a mistake: after ${passes} passes the line separates the classes, and stays.`
  if (done)
    return `Stopped after ${passes} passes. No line separates these points, so the rule never settles: the last pass still made ${walk.mistakes.at(-1)} mistakes.`
  if (walk.looked === null) return 'Each step looks at one row. Only a row on the wrong side moves the line.'
  return walk.moved
    ? `Row ${walk.looked + 1} is of class ${truth} and lay on the wrong side. The line moved ${truth === 1 ? 'to take it in' : 'to leave it out'}.`
    : `Row ${walk.looked + 1} lies on its own side. Nothing moves.`
}
