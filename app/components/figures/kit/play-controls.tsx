import { Pause, Play, RotateCcw, StepForward } from 'lucide-react'
import { Button } from '../../ui/button.tsx'
import type { Stepper } from './use-stepper.ts'

/** Play, step and reset of a process. Who asked for less motion gets no Play. */
export function PlayControls({
  stepper,
  step = 'Step',
}: {
  stepper: Omit<Stepper<unknown>, 'state' | 'ref'>
  step?: string
}) {
  const { playing, done, canPlay, toggle, stepOnce, reset } = stepper
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for what is filled in
    <div role="group" aria-label="Run" className="flex items-center gap-1.5">
      {canPlay && (
        <Button size="sm" variant="primary" onClick={toggle} className="w-22">
          {playing ? <Pause aria-hidden /> : done ? <RotateCcw aria-hidden /> : <Play aria-hidden />}
          {playing ? 'Pause' : done ? 'Again' : 'Play'}
        </Button>
      )}
      <Button size="sm" onClick={stepOnce} disabled={done}>
        <StepForward aria-hidden />
        {step}
      </Button>
      <Button size="sm" variant="ghost" onClick={reset}>
        Reset
      </Button>
    </div>
  )
}
