'use client'
import { useMemo, useState } from 'react'
import { ACTIVATIONS } from '../kit/activations.ts'
import { FigureBody, SideBySide } from '../kit/figure-body.tsx'
import { FigureTable } from '../kit/figure-table.tsx'
import { fixed, short } from '../kit/number.ts'
import { Plot, usePlot } from '../kit/plot.tsx'
import { Curve, Legend, lookOf, Marker, VerticalLine } from '../kit/plot-marks.tsx'
import { Slider } from '../kit/slider.tsx'
import type { SpecOf } from '../kit/spec-of.ts'
import { Summary } from '../kit/summary.tsx'
import { FLAT, flatStretches, REACH, slopesOf, valuesOf } from './model.ts'

const DOMAIN = [-REACH, REACH] as const

export function ActivationFigure({ spec }: { spec: SpecOf<'activation'> }) {
  const [z, setZ] = useState(1.5)
  const series = useMemo(
    () =>
      spec.functions.map((name, i) => ({
        name,
        look: lookOf(i),
        values: valuesOf(name),
        slopes: slopesOf(name),
        flat: flatStretches(name),
      })),
    [spec.functions],
  )
  const flatHere = series.filter(({ name }) => Math.abs(ACTIVATIONS[name].slope(z)) < FLAT).map(({ name }) => name)
  return (
    <FigureBody>
      <Legend entries={series.map(({ name, look }) => ({ label: name, look }))} />
      <SideBySide>
        <Plot
          label={`Values of ${spec.functions.join(', ')}`}
          height={190}
          x={{ domain: DOMAIN }}
          y={{ domain: [-1.6, 3], label: 'f(z)', ticks: [-1, 0, 1, 2, 3] }}
        >
          <VerticalLine at={z} dash="2 3" />
          {series.map(({ name, look, values }) => (
            <Curve key={name} points={values} look={look} width={2} />
          ))}
          {series.map(({ name, look }) => (
            <Marker key={name} at={[z, ACTIVATIONS[name].value(z)]} colour={look.colour} />
          ))}
        </Plot>
        <Plot
          label={`Slopes of ${spec.functions.join(', ')}`}
          height={190}
          x={{ domain: DOMAIN }}
          y={{ domain: [-0.06, 1.1], label: 'slope f′(z)', ticks: [0, 0.25, 0.5, 0.75, 1] }}
        >
          <VerticalLine at={z} dash="2 3" />
          {series.map(({ name, look, slopes }) => (
            <Curve key={name} points={slopes} look={look} width={2} />
          ))}
          {series.map(({ name, look }) => (
            <Marker key={name} at={[z, ACTIVATIONS[name].slope(z)]} colour={look.colour} />
          ))}
        </Plot>
      </SideBySide>
      <Plot
        label={`Where each is flat: ${series.map(({ name, flat }) => `${name} ${flat.map(({ from, to }) => `${fixed(from, 1)} to ${fixed(to, 1)}`).join(' and ') || 'nowhere'}`).join('; ')}`}
        height={24 + 14 * series.length + 18}
        x={{ domain: DOMAIN, label: 'input z' }}
        y={{ domain: [0, series.length], ticks: [], label: `flat: slope below ${FLAT}` }}
      >
        {series.map(({ name, look, flat }, i) => (
          <FlatStretches key={name} colour={look.colour} flat={flat} row={series.length - i - 0.5} />
        ))}
        <VerticalLine at={z} dash="2 3" />
      </Plot>
      <Slider label="Input z" value={z} min={-REACH} max={REACH} step={0.1} text={fixed(z, 1)} onChange={setZ} />
      <FigureTable label="Values at the input" head={['function', 'f(z)', 'value', 'slope', 'slope after 8 layers']}>
        {series.map(({ name, look }) => {
          const slope = ACTIVATIONS[name].slope(z)
          return (
            <tr key={name}>
              <td className="font-medium" style={{ color: look.colour }}>
                {name}
              </td>
              <td className="whitespace-nowrap text-ink-2">{ACTIVATIONS[name].formula}</td>
              <td>{fixed(ACTIVATIONS[name].value(z), 3)}</td>
              <td>{fixed(slope, 3)}</td>
              <td>{short(slope ** 8)}</td>
            </tr>
          )
        })}
      </FigureTable>
      <Summary
        text={
          flatHere.length === 0
            ? `At ${fixed(z, 1)} none of them is flat: each passes a gradient on.`
            : `At ${fixed(z, 1)} ${flatHere.join(' and ')} ${flatHere.length === 1 ? 'is' : 'are'} flat: hardly any gradient passes.`
        }
      />
    </FigureBody>
  )
}

function FlatStretches({
  flat,
  row,
  colour,
}: {
  flat: readonly { from: number; to: number }[]
  row: number
  colour: string
}) {
  const { x, y } = usePlot()
  return flat.map(({ from, to }) => (
    <line
      key={from}
      x1={x.at(from)}
      x2={x.at(to)}
      y1={y.at(row)}
      y2={y.at(row)}
      stroke={colour}
      strokeWidth="5"
      opacity="0.75"
    />
  ))
}
