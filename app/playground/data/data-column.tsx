'use client'
import { Dices } from 'lucide-react'
import { Button } from '#app/components/ui/button.tsx'
import { CLASSIFICATION_SETS, type Problem, problemOf, REGRESSION_SETS } from '#lib/playground/data-sets.ts'
import { nextSeed, type PlaygroundState } from '#lib/playground/state.ts'
import type { Colours } from '../colours.ts'
import { Choice, PartTitle, Slider } from '../controls.tsx'
import { DataThumbnail } from './data-thumbnail.tsx'

interface Props {
  colours: Colours | null
  state: PlaygroundState
  change: (changes: Partial<PlaygroundState>) => void
}

export function DataColumn({ colours, state, change }: Props) {
  const problem = problemOf(state.data)
  const sets = problem === 'classification' ? CLASSIFICATION_SETS : REGRESSION_SETS
  const choose = (next: Problem) =>
    change({ data: next === 'classification' ? CLASSIFICATION_SETS[0] : REGRESSION_SETS[0] })
  return (
    <section aria-label="Data" className="grid content-start gap-4">
      <div className="grid gap-3">
        <div className="flex min-h-8 items-center">
          <PartTitle>Data</PartTitle>
        </div>
        <Choice
          label="Problem"
          value={problem}
          options={[
            ['classification', 'Classification'],
            ['regression', 'Regression'],
          ]}
          onChange={choose}
        />
        <div className="grid w-fit grid-cols-4 gap-2 sm:grid-cols-2 sm:gap-3">
          {sets.map((name) => (
            <DataThumbnail
              key={name}
              name={name}
              colours={colours}
              chosen={name === state.data}
              onChoose={() => change({ data: name })}
            />
          ))}
        </div>
      </div>
      <Slider
        label="Training share"
        words={`${state.trainShare} %`}
        value={state.trainShare}
        min={10}
        max={90}
        step={10}
        onChange={(trainShare) => change({ trainShare })}
      />
      <Slider
        label="Noise"
        words={`${state.noise} %`}
        value={state.noise}
        min={0}
        max={50}
        step={5}
        onChange={(noise) => change({ noise })}
      />
      <Slider
        label="Batch size"
        words={String(state.batchSize)}
        value={state.batchSize}
        min={1}
        max={64}
        step={1}
        onChange={(batchSize) => change({ batchSize })}
      />
      <Button size="sm" className="w-fit" onClick={() => change({ dataSeed: nextSeed(state.dataSeed) })}>
        <Dices aria-hidden />
        Draw new points
      </Button>
    </section>
  )
}
