'use client'
import { useCallback, useEffect, useState } from 'react'
import type { PlaygroundState } from '#lib/playground/state.ts'
import { encodeState } from '#lib/playground/url-state.ts'
import type { PlaygroundExercise } from '#lib/usecases/find-playground-exercises.ts'
import { ShowCode } from './code/show-code.tsx'
import { useColours } from './colours.ts'
import { ControlBar } from './control-bar.tsx'
import { DataColumn } from './data/data-column.tsx'
import { NetworkView } from './network/network-view.tsx'
import type { UnitPlace } from './network/tile.tsx'
import { UnitInspector } from './network/unit-inspector.tsx'
import { OutputColumn } from './output/output-column.tsx'
import { SettingsBar } from './settings-bar.tsx'
import { Stories } from './stories.tsx'
import { useLab } from './use-lab.ts'

interface Props {
  initial: PlaygroundState
  exercises: readonly PlaygroundExercise[]
}

/** Browsers take only so many changes of the address a second; a slider makes more. */
const ADDRESS_SETTLES_MS = 250

/** Data → features → network → output, with the controls above: the order in which one reads and changes it. */
export function Playground({ initial, exercises }: Props) {
  const [state, setState] = useState(initial)
  const [chosen, setChosen] = useState<UnitPlace | null>(null)
  const [pointed, setPointed] = useState<UnitPlace | null>(null)
  const lab = useLab(state)
  const colours = useColours()
  const change = useCallback(
    (changes: Partial<PlaygroundState>) => setState((before) => ({ ...before, ...changes })),
    [],
  )

  useEffect(() => {
    const settled = setTimeout(() => {
      const query = encodeState(state)
      window.history.replaceState(null, '', query ? `?${query}` : window.location.pathname)
    }, ADDRESS_SETTLES_MS)
    return () => clearTimeout(settled)
  }, [state])

  const output: UnitPlace = { depth: state.layers.length, unit: 0 }
  const selected = isThere(chosen, state) ? chosen : output

  return (
    <div className="mx-auto grid w-full max-w-[112rem] grid-cols-[minmax(0,1fr)] gap-5 px-4 pt-4 pb-16 sm:px-6">
      <ControlBar lab={lab} state={state} change={change}>
        <ShowCode lab={lab} state={state} exercises={exercises} />
      </ControlBar>
      <div className="border-line border-y py-3">
        <SettingsBar state={state} change={change} />
      </div>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-x-7 gap-y-8 lg:grid-cols-[9.5rem_minmax(0,1fr)_16rem] xl:grid-cols-[10rem_minmax(0,1fr)_20rem]">
        <DataColumn colours={colours} state={state} change={change} />
        <div className="grid min-w-0 content-start gap-5">
          <NetworkView
            lab={lab}
            colours={colours}
            state={state}
            change={change}
            selected={selected}
            onSelect={setChosen}
            pointed={isThere(pointed, state) ? pointed : null}
            onPoint={setPointed}
          />
          <UnitInspector lab={lab} state={state} place={selected} />
        </div>
        <OutputColumn
          lab={lab}
          colours={colours}
          state={state}
          change={change}
          pointed={isThere(pointed, state) ? pointed : null}
        />
      </div>
      <Stories
        onChoose={(story) => {
          setState(story.state)
          lab.reset()
          window.scrollTo({ top: 0 })
        }}
      />
    </div>
  )
}

/** A unit may have gone since it was chosen. */
function isThere(place: UnitPlace | null, { layers }: PlaygroundState): place is UnitPlace {
  if (place === null) return false
  return place.depth < layers.length ? place.unit < (layers[place.depth] as number) : place.depth === layers.length
}
