'use client'
import { useMemo, useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { Controls, FigureBody, SideBySide } from '../kit/figure-body.tsx'
import { fixed } from '../kit/number.ts'
import { Plot, usePlot } from '../kit/plot.tsx'
import { Curve, HorizontalLine, Marker, TRAIN, VerticalLine } from '../kit/plot-marks.tsx'
import { Slider } from '../kit/slider.tsx'
import type { SpecOf } from '../kit/spec-of.ts'
import { Summary } from '../kit/summary.tsx'
import { BINS, type Confusion, confusionAt, drawScores, histogramOf, precisionRecallOf, ratesOf } from './model.ts'

const percent = (value: number | null) => (value === null ? '–' : `${fixed(value * 100, 1)} %`)

export function ThresholdFigure({ spec }: { spec: SpecOf<'threshold'> }) {
  const { positives } = spec
  const [threshold, setThreshold] = useState(0.5)
  const rows = useMemo(() => drawScores(positives), [positives])
  const histograms = useMemo(() => ({ positive: histogramOf(rows, true), negative: histogramOf(rows, false) }), [rows])
  const curve = useMemo(() => precisionRecallOf(rows), [rows])
  const confusion = confusionAt(rows, threshold)
  const rates = ratesOf(confusion)
  const bestF1 = curve.reduce((best, point) => (point.f1 > best.f1 ? point : best))
  const top = Math.max(...histograms.positive, ...histograms.negative)
  return (
    <FigureBody>
      <Plot
        label="Scores of both classes: positives upwards, negatives downwards, each as a share of its own class"
        height={180}
        x={{ domain: [0, 1], label: 'score of the model' }}
        y={{
          domain: [-top * 1.05, top * 1.05],
          ticks: [],
          label: 'positives above, negatives below; each as a share of its class',
        }}
      >
        <Histogram shares={histograms.positive} threshold={threshold} colour="var(--train)" up />
        <Histogram shares={histograms.negative} threshold={threshold} colour="var(--validation)" />
        <HorizontalLine at={0} colour="var(--line-strong)" />
        <VerticalLine at={threshold} colour="var(--ink)" />
      </Plot>
      <Controls>
        <Slider
          label="Threshold: from here up it says “positive”"
          value={threshold}
          min={0.01}
          max={0.99}
          step={0.01}
          text={fixed(threshold)}
          onChange={setThreshold}
          className="w-80 max-w-full grow"
        />
        <Button size="sm" onClick={() => setThreshold(Number(bestF1.threshold.toFixed(2)))}>
          Best F1
        </Button>
        <Button size="sm" variant="ghost" onClick={() => setThreshold(0.5)}>
          Reset
        </Button>
      </Controls>
      <SideBySide>
        <ConfusionTable confusion={confusion} />
        <Plot
          label={`Precision against recall; here precision ${percent(rates.precision)}, recall ${percent(rates.recall)}`}
          height={170}
          x={{ domain: [0, 1], label: 'recall' }}
          y={{ domain: [0, 1.02], label: 'precision', ticks: [0, 0.5, 1] }}
        >
          <HorizontalLine at={positives} colour="var(--baseline)" dash="1 3" />
          <Curve points={curve.map(({ recall, precision }) => [recall, precision] as const)} look={TRAIN} />
          {rates.precision !== null && <Marker at={[rates.recall, rates.precision]} colour="var(--ink)" />}
        </Plot>
      </SideBySide>
      <dl className="tnum grid grid-cols-2 gap-x-4 gap-y-2 border-line border-t pt-3 text-xs @md:grid-cols-4">
        {(
          [
            ['precision', rates.precision],
            ['recall', rates.recall],
            ['F1', rates.f1],
            ['accuracy', rates.accuracy],
          ] as const
        ).map(([name, value]) => (
          <div key={name}>
            <dt className="text-ink-3">{name}</dt>
            <dd className="font-medium text-base">{percent(value)}</dd>
          </div>
        ))}
      </dl>
      <Summary
        text={`It calls ${confusion.truePositives + confusion.falsePositives} rows positive, ${confusion.truePositives} of them rightly, and misses ${confusion.falseNegatives}. Always saying “negative” has an accuracy of ${percent(1 - positives)}, and finds nothing.`}
      />
    </FigureBody>
  )
}

function Histogram({
  shares,
  threshold,
  colour,
  up,
}: {
  shares: readonly number[]
  threshold: number
  colour: string
  up?: boolean
}) {
  const { x, y } = usePlot()
  const width = x.at(1 / BINS) - x.at(0)
  return shares.map((share, i) => {
    const end = y.at(up ? share : -share)
    const middle = y.at(0)
    return (
      <rect
        // biome-ignore lint/suspicious/noArrayIndexKey: a bin is its place
        key={i}
        x={x.at(i / BINS) + 0.5}
        width={Math.max(1, width - 1)}
        y={Math.min(end, middle)}
        height={Math.abs(end - middle)}
        fill={colour}
        opacity={(i + 0.5) / BINS >= threshold ? 0.95 : 0.38}
      />
    )
  })
}

function ConfusionTable({ confusion }: { confusion: Confusion }) {
  const cell = 'rounded px-3 py-2 text-center font-medium text-base'
  return (
    <table className="tnum w-full table-fixed border-separate border-spacing-1 self-center text-xs">
      <caption className="sr-only">Confusion matrix</caption>
      <thead>
        <tr className="text-ink-3">
          <td />
          <th scope="col" className="font-normal">
            says positive
          </th>
          <th scope="col" className="font-normal">
            says negative
          </th>
        </tr>
      </thead>
      <tbody>
        <tr>
          <th scope="row" className="text-left font-normal text-ink-3">
            is positive
          </th>
          <td className={`${cell} bg-good-soft text-good`}>{confusion.truePositives}</td>
          <td className={`${cell} bg-bad-soft text-bad`}>{confusion.falseNegatives}</td>
        </tr>
        <tr>
          <th scope="row" className="text-left font-normal text-ink-3">
            is negative
          </th>
          <td className={`${cell} bg-bad-soft text-bad`}>{confusion.falsePositives}</td>
          <td className={`${cell} bg-good-soft text-good`}>{confusion.trueNegatives}</td>
        </tr>
      </tbody>
    </table>
  )
}
