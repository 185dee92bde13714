'use client'
import { useId, useState } from 'react'
import type { Layer } from '#lib/playground/network.ts'
import type { PlaygroundState } from '#lib/playground/state.ts'
import { PartTitle } from '../controls.tsx'
import type { Lab } from '../lab.ts'
import { useLabView } from '../use-lab.ts'
import { FEATURE_WORDS } from '../words.ts'
import type { UnitPlace } from './tile.tsx'

interface Props {
  lab: Lab
  state: PlaygroundState
  place: UnitPlace
}

interface Parameter {
  name: string
  vector: Float64Array
  at: number
}

function parametersOf(layer: Layer, { depth, unit }: UnitPlace, { features }: PlaygroundState): Parameter[] {
  const { kernel, bias, gamma, beta } = layer.parameters
  const weights = Array.from({ length: layer.inputs }, (_, input) => {
    const feature = features[input]
    const name = depth > 0 || feature === undefined ? `from unit ${input + 1}` : `from ${FEATURE_WORDS[feature]}`
    return { name, vector: kernel, at: input * layer.units + unit }
  })
  const own = (name: string, vector: Float64Array | null): Parameter[] => (vector ? [{ name, vector, at: unit }] : [])
  return [...weights, ...own('bias', bias), ...own('scale', gamma), ...own('shift', beta)]
}

/** Every number of the chosen unit, to read and to change. */
export function UnitInspector({ lab, state, place }: Props) {
  // Rendered anew whenever the lab has something new to say.
  useLabView(lab)
  const layer = lab.session.network.layers[place.depth]
  if (!layer || place.unit >= layer.units) return null
  const isOutput = place.depth === lab.session.network.layers.length - 1
  const title = isOutput ? 'Output' : `Layer ${place.depth + 1}, unit ${place.unit + 1}`
  return (
    <section aria-label={`Weights: ${title}`}>
      <div className="mb-2 flex flex-wrap items-baseline gap-x-3">
        <PartTitle>{title}</PartTitle>
        <p className="text-ink-3 text-xs">Its weights. Choose another unit to see its own; type to change one.</p>
      </div>
      <div className="grid grid-cols-[repeat(auto-fill,minmax(6rem,1fr))] gap-2">
        {parametersOf(layer, place, state).map(({ name, vector, at }) => (
          <WeightField
            key={`${place.depth}:${place.unit}:${name}`}
            name={name}
            value={vector[at] as number}
            onChange={(value) => {
              vector[at] = value
              lab.weightsChanged()
            }}
          />
        ))}
      </div>
    </section>
  )
}

function shown(value: number): string {
  if (!Number.isFinite(value)) return 'not a number'
  return Math.abs(value) < 1000 ? String(Number(value.toFixed(3))) : value.toExponential(2)
}

interface FieldProps {
  name: string
  value: number
  onChange: (value: number) => void
}

/** While it is typed in it shows what was typed; otherwise the weight as it is now. */
function WeightField({ name, value, onChange }: FieldProps) {
  const id = useId()
  const [typed, setTyped] = useState<string | null>(null)
  return (
    <div className="grid gap-0.5">
      <label htmlFor={id} className="truncate text-2xs text-ink-3">
        {name}
      </label>
      <input
        id={id}
        inputMode="decimal"
        autoComplete="off"
        value={typed ?? shown(value)}
        onFocus={(event) => event.target.select()}
        onBlur={() => setTyped(null)}
        onChange={(event) => {
          setTyped(event.target.value)
          const next = Number(event.target.value.replace('−', '-'))
          if (event.target.value.trim() !== '' && Number.isFinite(next)) onChange(next)
        }}
        className="tnum h-7 w-full rounded-md border border-line bg-surface px-2 font-mono text-xs hover:border-line-strong"
      />
    </div>
  )
}
