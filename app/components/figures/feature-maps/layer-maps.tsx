import { type ReactNode, useMemo, useState } from 'react'
import type { FirstConvolution } from '#lib/contract/first-convolution.ts'
import type { MetricName } from '#lib/domain/metric.ts'
import { formatScore, metricWord } from '../../format.ts'
import { FigureBody } from '../kit/figure-body.tsx'
import { HeatMap } from '../kit/heat-map.tsx'
import { fixed } from '../kit/number.ts'
import { Summary } from '../kit/summary.tsx'
import { featureMapOf, kernelOf, pictureOf } from './model.ts'

interface Props {
  layer: FirstConvolution
  title: string
  metric: MetricName
  score: number
}

/** A picture to choose, and what each filter of the first layer makes of it. */
export function LayerMaps({ layer, title, metric, score }: Props) {
  const [picture, setPicture] = useState(0)
  const [filter, setFilter] = useState(0)
  const { filters, activation } = layer
  const maps = useMemo(
    () => Array.from({ length: filters }, (_, at) => featureMapOf(layer, picture, at)),
    [layer, picture, filters],
  )
  // One scale for all, so that a filter that hardly answers looks it.
  const reach = Math.max(1e-9, ...maps.flatMap(({ values }) => [...values].map(Math.abs)))
  const chosen = maps[filter]
  const silent = maps.filter(({ values }) => values.every((value) => Math.abs(value) < reach * 0.02)).length
  return (
    <FigureBody>
      <p className="text-ink-3 text-xs">
        Your best network of {title}: {metricWord(metric).toLowerCase()} {formatScore(metric, score)}. Its first layer
        has {filters} filters of {layer.kernelSize.join(' × ')}, then {activation}.
      </p>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-4 @md:grid-cols-[minmax(0,2fr)_minmax(0,3fr)]">
        <div className="grid content-start gap-3">
          <Tiles
            label="Training picture"
            count={layer.pictures.shape[0]}
            chosen={picture}
            onChoose={setPicture}
            columns={6}
          >
            {(at) => <Picture layer={layer} picture={at} />}
          </Tiles>
          <div className="grid grid-cols-[minmax(0,1fr)_4.5rem] gap-3">
            <div>
              <p className="mb-1 text-ink-3 text-xs">picture</p>
              <div className="aspect-square overflow-hidden rounded-md ring-1 ring-line">
                <Picture layer={layer} picture={picture} />
              </div>
            </div>
            <div>
              <p className="mb-1 text-ink-3 text-xs">filter {filter + 1}</p>
              <Kernel layer={layer} filter={filter} />
              <p className="tnum mt-1 text-2xs text-ink-3">bias {fixed(layer.bias[filter] ?? 0)}</p>
            </div>
          </div>
        </div>
        <Tiles label="Filter" count={filters} chosen={filter} onChoose={setFilter} columns={4}>
          {(at) => {
            const map = maps[at]
            return (
              map && (
                <HeatMap
                  values={map.values.map((value) => value / reach)}
                  columns={map.columns}
                  rows={map.rows}
                  shade="signed-strong"
                />
              )
            )
          }}
        </Tiles>
      </div>
      <Summary
        text={`Filter ${filter + 1} answers with at most ${fixed(Math.max(...(chosen?.values ?? [0])))} on this picture.${
          silent > 0 ? ` ${silent === 1 ? 'One filter is' : `${silent} filters are`} silent on it.` : ''
        }`}
      />
    </FigureBody>
  )
}

/** The first channel, from its darkest to its brightest: what preparing made of the range doesn't matter here. */
function Picture({ layer, picture }: { layer: FirstConvolution; picture: number }) {
  const { values, columns, rows } = pictureOf(layer, picture)
  const low = Math.min(...values)
  const span = Math.max(...values) - low || 1
  return <HeatMap values={values.map((value) => (value - low) / span)} columns={columns} rows={rows} shade="grey" />
}

function Kernel({ layer, filter }: { layer: FirstConvolution; filter: number }) {
  const { values, columns, rows } = kernelOf(layer, filter)
  const reach = Math.max(1e-9, ...values.map(Math.abs))
  return (
    <div className="aspect-square overflow-hidden rounded-md ring-1 ring-line">
      <HeatMap
        values={values.map((value) => value / reach)}
        columns={columns}
        rows={rows}
        shade="signed-strong"
        label={`Weights of filter ${filter + 1}: ${[...values].map((value) => fixed(value)).join(', ')}`}
      />
    </div>
  )
}

interface TilesProps {
  label: string
  count: number
  chosen: number
  onChoose: (at: number) => void
  columns: number
  children: (at: number) => ReactNode
}

function Tiles({ label, count, chosen, onChoose, columns, children }: TilesProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for what is filled in
    <div
      role="group"
      aria-label={label}
      className="grid content-start gap-1.5"
      style={{ gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))` }}
    >
      {Array.from({ length: count }, (_, at) => (
        <button
          // biome-ignore lint/suspicious/noArrayIndexKey: a tile is its place
          key={at}
          type="button"
          aria-label={`${label} ${at + 1}`}
          aria-pressed={at === chosen}
          onClick={() => onChoose(at)}
          className="aspect-square overflow-hidden rounded-md ring-1 ring-line aria-pressed:ring-2 aria-pressed:ring-accent"
        >
          {children(at)}
        </button>
      ))}
    </div>
  )
}
