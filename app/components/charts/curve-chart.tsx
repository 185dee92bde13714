'use client'
import { useEffect, useMemo, useRef, useState } from 'react'
import uPlot from 'uplot'
import 'uplot/dist/uPlot.min.css'
import { type Bars, bestClassical } from '#lib/domain/bars.ts'
import { formatScore } from '../format.ts'
import { type CurvePoint, curveSummary } from './curve-summary.ts'
import { drawBars } from './draw-bars.ts'
import { resolveColour } from './resolve-colour.ts'
import { useScheme } from './use-scheme.ts'

interface Props {
  /** "Loss", "Accuracy": the quantity. */
  title: string
  points: readonly CurvePoint[]
  /** Epochs planned: the axis reaches that far from the start, so that nothing moves as points arrive. */
  epochs?: number
  /** Drawn across where the quantity is the one that is scored. */
  bars?: Bars
  /** The epoch whose weights were kept. */
  bestEpoch?: number | null
  lowerIsBetter: boolean
  height?: number
  /** Room at the right for the names of bars: the same in charts that stand one above the other. */
  roomForBars?: boolean
}

const formatValue = (value: number | null | undefined): string => {
  if (value === null || value === undefined) return '–'
  return Math.abs(value) >= 100 ? value.toFixed(0) : Math.abs(value) >= 0.01 ? value.toFixed(3) : value.toExponential(1)
}

/** What the axis of a scored quantity always holds: the bars, and room below them for where most curves begin. */
function reservedMarks(bars: Bars): number[] {
  const { baseline, pass, full } = bars
  const from = baseline ?? 0
  const classical = bestClassical(bars)
  return [pass, full, baseline === null ? 0 : from - (full - from) * 1.5, ...(classical ? [classical.score] : [])]
}

/** What the lines across say, in words. */
function barWords(bars: Bars): string {
  const classical = bestClassical(bars)
  const best = classical && ` Best classical model: ${classical.name}, ${formatScore(bars.metric, classical.score)}.`
  return ` Pass bar ${formatScore(bars.metric, bars.pass)}.${best ?? ''}`
}

const RIGHT_WITH_BARS = 88
const RIGHT = 10

export function CurveChart({
  title,
  points,
  epochs,
  bars,
  bestEpoch,
  lowerIsBetter,
  height = 150,
  roomForBars,
}: Props) {
  const host = useRef<HTMLDivElement>(null)
  const plot = useRef<uPlot | null>(null)
  const [hovered, setHovered] = useState<number | null>(null)
  const scheme = useScheme()
  const last = Math.max(epochs ?? 1, points.at(-1)?.epoch ?? 1, 2)
  // What the drawing hooks read at each draw; the plot itself is made once a scheme.
  const shown = useRef({ bars, bestEpoch, last })
  shown.current = { bars, bestEpoch, last }

  const data = useMemo<uPlot.AlignedData>(
    () => [
      points.map((point) => point.epoch),
      points.map((point) => point.train),
      points.map((point) => point.validation),
    ],
    [points],
  )
  const latest = useRef(data)
  latest.current = data
  const hasBars = bars !== undefined || roomForBars === true

  // biome-ignore lint/correctness/useExhaustiveDependencies: what the colour variables stand for changes with the scheme
  useEffect(() => {
    const element = host.current
    if (!element) return
    const colour = {
      train: resolveColour('--train'),
      validation: resolveColour('--validation'),
      ink: resolveColour('--ink-3'),
      line: resolveColour('--line'),
      baseline: resolveColour('--baseline'),
      pass: resolveColour('--pass'),
      full: resolveColour('--full'),
      classical: resolveColour('--classical'),
    }
    const font = '11px "Inter Variable", sans-serif'
    const axis = { stroke: colour.ink, font, ticks: { show: false }, gap: 4 }
    const chart = new uPlot(
      {
        width: Math.max(element.clientWidth, 120),
        height,
        legend: { show: false },
        padding: [8, hasBars ? RIGHT_WITH_BARS : RIGHT, 0, 0],
        cursor: { drag: { x: false, y: false }, points: { size: 6 }, y: false, sync: { key: 'run-curves' } },
        scales: {
          x: { time: false, range: () => [1, shown.current.last] },
          y: {
            range: (_chart, low, high) => {
              const b = shown.current.bars
              const marks = b ? reservedMarks(b) : []
              const known = [low, high].filter((n) => n !== null && Number.isFinite(n))
              const all = [...known, ...marks]
              if (all.length === 0) return [0, 1]
              const bottom = Math.min(...all)
              const top = Math.max(...all)
              const room = (top - bottom || Math.abs(top) || 1) * 0.06
              // Losses and scores are never negative: room below a curve that starts near 0 would draw what can't be.
              return [bottom >= 0 ? Math.max(0, bottom - room) : bottom - room, top + room]
            },
          },
        },
        axes: [
          {
            ...axis,
            size: 22,
            grid: { show: false },
            incrs: [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000],
            values: (_chart, splits) => splits.map((split) => String(split)),
          },
          {
            ...axis,
            size: 44,
            grid: { stroke: colour.line, width: 1 },
            values: (_chart, splits) => splits.map((split) => String(Number(split.toPrecision(4)))),
            space: 28,
          },
        ],
        series: [
          {},
          { stroke: colour.train, width: 1.75, points: { show: (_c, _s, from, to) => to - from < 2, size: 5 } },
          {
            stroke: colour.validation,
            width: 1.75,
            dash: [5, 3],
            points: { show: (_c, _s, from, to) => to - from < 2, size: 5 },
          },
        ],
        hooks: {
          draw: [
            (u) => {
              drawBars(u, shown.current.bars, colour, font)
              const best = shown.current.bestEpoch
              if (!best) return
              const x = u.valToPos(best, 'x', true)
              u.ctx.save()
              u.ctx.strokeStyle = colour.ink
              u.ctx.globalAlpha = 0.6
              u.ctx.setLineDash([1, 3].map((n) => n * devicePixelRatio))
              u.ctx.lineWidth = devicePixelRatio
              u.ctx.beginPath()
              u.ctx.moveTo(x, u.bbox.top)
              u.ctx.lineTo(x, u.bbox.top + u.bbox.height)
              u.ctx.stroke()
              u.ctx.restore()
            },
          ],
          setCursor: [(u) => setHovered(u.cursor.idx ?? null)],
        },
      },
      latest.current,
      element,
    )
    plot.current = chart
    // A canvas takes no part in the accessibility tree; the element around it speaks for it.
    const sized = new ResizeObserver(() => {
      if (element.clientWidth > 0) chart.setSize({ width: element.clientWidth, height })
    })
    sized.observe(element)
    return () => {
      sized.disconnect()
      chart.destroy()
      plot.current = null
    }
  }, [height, hasBars, scheme])

  // biome-ignore lint/correctness/useExhaustiveDependencies: the drawing hooks read these from the ref
  useEffect(() => {
    plot.current?.setData(data)
  }, [data, last, bars, bestEpoch])

  const at = (hovered !== null && points[hovered]) || points.at(-1)
  return (
    <figure className="min-w-0">
      <figcaption className="tnum flex items-baseline gap-3 text-xs">
        <span className="font-medium text-ink-2">{title}</span>
        <span aria-hidden className="ml-auto flex gap-3 text-ink-3">
          {at && (
            <>
              <span>epoch {at.epoch}</span>
              <span>
                train <span className="text-train">{formatValue(at.train)}</span>
              </span>
              {at.validation !== null && (
                <span>
                  validation <span className="text-validation">{formatValue(at.validation)}</span>
                </span>
              )}
            </>
          )}
        </span>
      </figcaption>
      <div
        ref={host}
        role="img"
        aria-label={curveSummary({ title, points, lowerIsBetter }) + (bars ? barWords(bars) : '')}
        style={{ height }}
        className="w-full overflow-hidden"
      />
    </figure>
  )
}

/** What the lines are, by the look they have in the chart. */
export function CurveLegend({ validation }: { validation: boolean }) {
  return (
    <div className="flex flex-wrap gap-x-4 gap-y-1 text-ink-3 text-xs">
      <span className="flex items-center gap-1.5">
        <span aria-hidden className="w-4 border-train border-t-2" />
        train
      </span>
      {validation && (
        <span className="flex items-center gap-1.5">
          <span aria-hidden className="w-4 border-validation border-t-2 border-dashed" />
          validation
        </span>
      )}
    </div>
  )
}
