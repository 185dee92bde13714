'use client'
import { useMemo, useState } from 'react'
import type { EpochPoint } from '#lib/contract/telemetry.ts'
import type { Bars } from '#lib/domain/bars.ts'
import { lowerIsBetter } from '#lib/domain/metric.ts'
import { metricWord } from '../format.ts'
import { Button } from '../ui/button.tsx'
import { CurveChart, CurveLegend } from './curve-chart.tsx'
import { CurveTable } from './curve-table.tsx'

/** The scored quantity gets more room: its bars lie close together. */
const METRIC_HEIGHT = 190
const LOSS_HEIGHT = 140

interface Props {
  curve: readonly EpochPoint[]
  bars: Bars
  /** Epochs planned, once known. */
  epochs?: number
  bestEpoch?: number | null
}

/** Loss and metric of a run, one above the other on the same epochs; or the same as a table. */
export function RunCurves({ curve, bars, epochs, bestEpoch }: Props) {
  const [asTable, setAsTable] = useState(false)
  const loss = useMemo(
    () => curve.map(({ epoch, loss, valLoss }) => ({ epoch, train: loss, validation: valLoss })),
    [curve],
  )
  const metric = useMemo(
    () => curve.map(({ epoch, metric, valMetric }) => ({ epoch, train: metric, validation: valMetric })),
    [curve],
  )
  const hasMetric = metric.some(({ train, validation }) => train !== null || validation !== null)
  const common = { bestEpoch, roomForBars: true, ...(epochs ? { epochs } : {}) }
  return (
    <div className="grid gap-2">
      <div className="flex items-center justify-between gap-2">
        <CurveLegend validation={loss.some(({ validation }) => validation !== null)} />
        <Button
          variant="ghost"
          size="sm"
          aria-pressed={asTable}
          disabled={curve.length === 0}
          onClick={() => setAsTable(!asTable)}
        >
          {asTable ? 'As curves' : 'As a table'}
        </Button>
      </div>
      {asTable ? (
        <CurveTable curve={curve} metric={bars.metric} />
      ) : (
        <>
          {(hasMetric || curve.length === 0) && (
            <CurveChart
              title={metricWord(bars.metric)}
              points={metric}
              bars={bars}
              lowerIsBetter={lowerIsBetter(bars.metric)}
              height={METRIC_HEIGHT}
              {...common}
            />
          )}
          <CurveChart title="Loss" points={loss} lowerIsBetter height={LOSS_HEIGHT} {...common} />
        </>
      )}
    </div>
  )
}
