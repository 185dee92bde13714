import type { Phase } from '#lib/contract/telemetry.ts'
import { cn } from '../cn.ts'
import { formatSeconds } from '../format.ts'
import { type RunView, secondsLeft } from './run-view.ts'
import type { Connection } from './use-run.ts'

const MODEL_PHASES: Phase[] = ['compiling', 'preparing', 'building', 'training', 'predicting', 'scoring']
const FUNCTIONS_PHASES: Phase[] = ['compiling', 'scoring']
/** Nothing is hidden there, so nothing is predicted or scored. */
const BROWSER_PHASES: Phase[] = ['compiling', 'preparing', 'building', 'training']

const PHASE_WORDS: Record<Phase, string> = {
  queued: 'Waiting for a grader',
  compiling: 'Compiling your TypeScript',
  preparing: 'Preparing the rows',
  building: 'Building the model',
  training: 'Training',
  predicting: 'Predicting hidden rows',
  scoring: 'Scoring',
  finished: 'Finished',
}

const CONNECTION_WORDS: Record<Connection, string | null> = {
  live: null,
  reconnecting: 'Reconnecting. The run goes on meanwhile.',
  lost: 'The connection was lost. The run goes on; reload to see it.',
}

function queueWords(position: number | null): string {
  if (position === null) return 'Queued'
  if (position === 0) return 'Queued: yours is next'
  return position === 1 ? 'Queued: 1 run before yours' : `Queued: ${position} runs before yours`
}

interface Props {
  view: RunView
  byHand: boolean
  connection?: Connection
  /** In the learner's own browser rather than in the grader. */
  inBrowser?: boolean
}

/** Where a run is that has not finished: its place in the queue or its phase, with what is left to wait. */
export function RunProgress({ view, byHand, connection = 'live', inBrowser = false }: Props) {
  const { phase, state, queuePosition, model, step, curve } = view
  const phases = byHand ? FUNCTIONS_PHASES : inBrowser ? BROWSER_PHASES : MODEL_PHASES
  const at = phases.indexOf(phase)
  const epoch = Math.max(step?.epoch ?? 0, curve.at(-1)?.epoch ?? 0)
  const left = secondsLeft(view)
  const trained = model && phase === 'training' ? trainedShare(view) : 0
  return (
    <div className="grid gap-2">
      <div className="tnum flex min-h-5 items-baseline justify-between gap-3 text-ui">
        <p role="status" className="font-medium">
          {state === 'queued' ? queueWords(queuePosition) : PHASE_WORDS[phase]}
        </p>
        {phase === 'training' && model && (
          <p className="text-ink-2">
            epoch {epoch} of {model.epochs}
            <span className="inline-block min-w-[7.5rem] text-right text-ink-3">
              {left === null ? '' : leftWords(left)}
            </span>
          </p>
        )}
      </div>
      <div aria-hidden className="flex gap-1">
        {phases.map((one, i) => (
          <span
            key={one}
            className={cn(
              'relative h-1 overflow-hidden rounded-full bg-hover',
              one === 'training' ? 'flex-[5]' : 'flex-1',
            )}
          >
            <span
              className={cn(
                'absolute inset-0 origin-left bg-accent transition-transform duration-150 ease-out',
                i === at && one !== 'training' && 'motion-safe:animate-[pulse-soft_1.4s_ease-in-out_infinite]',
              )}
              style={{ transform: `scaleX(${i < at ? 1 : i > at ? 0 : one === 'training' ? trained : 1})` }}
            />
          </span>
        ))}
      </div>
      {CONNECTION_WORDS[connection] && <p className="text-warn text-xs">{CONNECTION_WORDS[connection]}</p>}
    </div>
  )
}

/** An estimate has no tenths. */
const leftWords = (seconds: number): string =>
  seconds < 10 ? `about ${Math.ceil(seconds)} s left` : `about ${formatSeconds(seconds)} left`

function trainedShare({ model, step, curve }: RunView): number {
  if (!model) return 0
  const whole = curve.at(-1)?.epoch ?? 0
  const within = step && step.epoch > whole ? step.step / step.stepsPerEpoch : 0
  return Math.min(1, (whole + within) / model.epochs)
}
