'use client'
import { Pause, Play, RotateCcw, StepForward } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { Button } from '#app/components/ui/button.tsx'
import { nextSeed, type PlaygroundState } from '#lib/playground/state.ts'
import { Choice } from './controls.tsx'
import { type Lab, SPEEDS, type Speed } from './lab.ts'
import { useLabView } from './use-lab.ts'
import { summaryOf } from './words.ts'

interface Props {
  lab: Lab
  state: PlaygroundState
  change: (changes: Partial<PlaygroundState>) => void
  children: ReactNode
}

const SPEED_WORDS: Record<Speed, string> = { slow: '10 epochs a second', normal: 'An epoch a frame', fast: 'Fast' }

export function ControlBar({ lab, state, change, children }: Props) {
  const { readings, playing } = useLabView(lab)
  const [speed, setSpeed] = useState<Speed>('normal')
  return (
    <div className="flex flex-wrap items-center gap-x-2 gap-y-2">
      <h1 className="mr-3 font-semibold text-lg tracking-tight">Playground</h1>
      <Button
        variant="primary"
        className="w-24"
        disabled={!readings.finite}
        onClick={() => (playing ? lab.pause() : lab.play())}
      >
        {playing ? <Pause aria-hidden /> : <Play aria-hidden />}
        {playing ? 'Pause' : 'Train'}
      </Button>
      <Button disabled={!readings.finite} onClick={() => lab.step()}>
        <StepForward aria-hidden />
        Step
      </Button>
      <Button onClick={() => lab.reset()}>
        <RotateCcw aria-hidden />
        Reset
      </Button>
      <Button variant="ghost" onClick={() => change({ weightSeed: nextSeed(state.weightSeed) })}>
        New weights
      </Button>
      <p className="tnum mx-2 text-ui">
        <span className="text-ink-3">Epoch </span>
        <span data-testid="epoch" className="inline-block min-w-[3.5rem] font-medium">
          {readings.epoch.toLocaleString('en')}
        </span>
      </p>
      <p role="status" className="sr-only">
        {playing ? 'Training' : summaryOf(readings)}
      </p>
      <div className="ml-auto flex flex-wrap items-end gap-2">
        <Choice
          label="Speed"
          value={speed}
          options={SPEEDS.map((one) => [one, SPEED_WORDS[one]] as const)}
          onChange={(next) => {
            setSpeed(next)
            lab.setSpeed(next)
          }}
        />
        {children}
      </div>
      {!readings.finite && (
        <p className="w-full rounded-md bg-bad-soft px-3 py-2 text-bad text-ui">
          The loss is no longer a number: a step was so large that the weights ran away. Lower the learning rate, then
          reset.
        </p>
      )}
    </div>
  )
}
