'use client'
import { Minus, Plus } from 'lucide-react'
import { type PointerEvent, useEffect, useMemo, useRef, useState } from 'react'
import { Button } from '#app/components/ui/button.tsx'
import { ScrollRegion } from '#app/components/ui/scroll-region.tsx'
import { FEATURES, type FeatureName } from '#lib/playground/features.ts'
import { MAX_LAYERS, type PlaygroundState } from '#lib/playground/state.ts'
import type { Colours } from '../colours.ts'
import { PartTitle } from '../controls.tsx'
import type { Lab } from '../lab.ts'
import { FEATURE_WORDS, formatFigure } from '../words.ts'
import { type Edge, edgeAt } from './edges.ts'
import { FeatureMap } from './feature-map.tsx'
import { FOOT_TOP, layOut, OUTPUT_ROW, rowAt, TILE } from './geometry.ts'
import { LayerFeet } from './layer-feet.tsx'
import { LayerHead } from './layer-head.tsx'
import { Tile, type UnitPlace } from './tile.tsx'
import { useDrawing } from './use-drawing.ts'

interface Props {
  lab: Lab
  colours: Colours | null
  state: PlaygroundState
  change: (changes: Partial<PlaygroundState>) => void
  selected: UnitPlace
  onSelect: (place: UnitPlace) => void
  /** Pointed at or focused: shown large. */
  pointed: UnitPlace | null
  onPoint: (place: UnitPlace | null) => void
}

/** Units that a new layer has. */
const NEW_LAYER_UNITS = 4

export function NetworkView({ lab, colours, state, change, selected, onSelect, pointed, onPoint }: Props) {
  const host = useRef<HTMLDivElement>(null)
  const canvas = useRef<HTMLCanvasElement>(null)
  const [available, setAvailable] = useState(640)
  const [hovered, setHovered] = useState<{ edge: Edge; x: number; y: number } | null>(null)
  const { layers, features } = state
  const layout = useMemo(() => layOut(available, layers.length), [available, layers.length])
  const column = (i: number) => layout.columns[i] as number
  const outputDepth = layers.length

  useEffect(() => {
    const element = host.current
    if (!element) return
    const sized = new ResizeObserver(([entry]) => {
      if (entry && entry.contentRect.width > 0) setAvailable(Math.floor(entry.contentRect.width))
    })
    sized.observe(element)
    return () => sized.disconnect()
  }, [])

  useDrawing(canvas, { lab, colours, layout, features, discretise: state.discretise, pointed })

  const edgeUnder = (event: PointerEvent<HTMLElement>) => {
    const box = event.currentTarget.getBoundingClientRect()
    const [x, y] = [event.clientX - box.left, event.clientY - box.top]
    const edge = edgeAt({ network: lab.session.network, features, layout }, x, y)
    return edge && { edge, x, y }
  }
  const toggle = (name: FeatureName) => {
    const next = FEATURES.filter((one) => (one === name ? !features.includes(one) : features.includes(one)))
    if (next.length > 0) change({ features: next })
  }
  const unitProps = (place: UnitPlace, name: string) => ({
    selected: place.depth === selected.depth && place.unit === selected.unit,
    'aria-pressed': place.depth === selected.depth && place.unit === selected.unit,
    'aria-label': name,
    onClick: () => onSelect(place),
    onFocus: () => onPoint(place),
    onBlur: () => onPoint(null),
    onPointerEnter: () => onPoint(place),
    onPointerLeave: () => onPoint(null),
  })

  return (
    <section aria-label="Network" className="min-w-0">
      <div className="mb-3 flex min-h-8 items-center justify-between gap-3">
        <PartTitle>Features</PartTitle>
        <div className="flex items-center gap-1">
          <PartTitle className="mr-1">
            <span className="tnum">{layers.length}</span> hidden {layers.length === 1 ? 'layer' : 'layers'}
          </PartTitle>
          <Button
            variant="ghost"
            size="icon"
            aria-label="Remove a layer"
            disabled={layers.length === 0}
            onClick={() => change({ layers: layers.slice(0, -1) })}
          >
            <Minus aria-hidden />
          </Button>
          <Button
            variant="ghost"
            size="icon"
            aria-label="Add a layer"
            disabled={layers.length >= MAX_LAYERS}
            onClick={() => change({ layers: [...layers, NEW_LAYER_UNITS] })}
          >
            <Plus aria-hidden />
          </Button>
        </div>
        <PartTitle>Output</PartTitle>
      </div>
      <ScrollRegion label="Units and weights" className="overflow-x-auto overflow-y-hidden">
        <div ref={host} className="h-0 w-full" />
        <div
          className="relative contain-layout contain-size"
          style={{ width: layout.width, height: layout.height }}
          onPointerMove={(event) => setHovered(edgeUnder(event))}
          onPointerLeave={() => setHovered(null)}
          onPointerDown={(event) => {
            const under = event.target === event.currentTarget ? edgeUnder(event) : null
            if (under) onSelect({ depth: under.edge.depth, unit: under.edge.unit })
          }}
        >
          <canvas
            ref={canvas}
            aria-hidden
            style={{ width: layout.width, height: FOOT_TOP }}
            className="pointer-events-none absolute top-0 left-0"
          />
          {FEATURES.map((name, row) => {
            const on = features.includes(name)
            return (
              <div key={name}>
                <span
                  aria-hidden
                  style={{ top: rowAt(row) - 9, left: 0, width: column(0) - TILE / 2 - 6 }}
                  className={`absolute text-right text-xs leading-[18px] ${on ? 'text-ink' : 'text-ink-3'}`}
                >
                  {FEATURE_WORDS[name]}
                </span>
                <Tile
                  x={column(0)}
                  row={row}
                  aria-pressed={on}
                  aria-label={`Feature ${FEATURE_WORDS[name]}`}
                  className={on ? '' : 'border-dashed opacity-35 hover:opacity-80'}
                  onClick={() => toggle(name)}
                >
                  <FeatureMap name={name} colours={colours} discretise={state.discretise} />
                </Tile>
              </div>
            )
          })}
          {layers.map((units, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a layer is its place
            <fieldset key={i} aria-label={`Hidden layer ${i + 1}`}>
              <LayerHead
                number={i + 1}
                units={units}
                x={column(i + 1)}
                onUnits={(next) => change({ layers: layers.map((one, j) => (j === i ? next : one)) })}
              />
              {Array.from({ length: units }, (_, unit) => (
                <Tile
                  // biome-ignore lint/suspicious/noArrayIndexKey: a unit is its place
                  key={unit}
                  {...unitProps({ depth: i, unit }, `Layer ${i + 1}, unit ${unit + 1}`)}
                  x={column(i + 1)}
                  row={unit}
                />
              ))}
            </fieldset>
          ))}
          <Tile
            {...unitProps({ depth: outputDepth, unit: 0 }, 'Output')}
            x={column(outputDepth + 1)}
            row={OUTPUT_ROW}
          />
          <p
            aria-hidden
            style={{ top: FOOT_TOP - 5, left: 0, width: column(0) + TILE / 2 }}
            className="absolute text-right text-2xs text-ink-3"
          >
            Gradient norm
          </p>
          <LayerFeet lab={lab} layout={layout} />
          {hovered && (
            <span
              aria-hidden
              style={{ left: hovered.x, top: hovered.y - 30 }}
              className="tnum pointer-events-none absolute z-10 -translate-x-1/2 whitespace-nowrap rounded-md border border-line bg-surface px-1.5 py-0.5 text-xs shadow-float"
            >
              weight {formatFigure(hovered.edge.weight)}
            </span>
          )}
        </div>
      </ScrollRegion>
    </section>
  )
}
