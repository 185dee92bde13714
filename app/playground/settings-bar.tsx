'use client'
import { ACTIVATIONS } from '#lib/playground/activations.ts'
import { INITIALIZERS } from '#lib/playground/initializers.ts'
import { OPTIMIZERS } from '#lib/playground/optimizers.ts'
import { PENALTIES } from '#lib/playground/penalties.ts'
import type { PlaygroundState } from '#lib/playground/state.ts'
import { Choice, NumberChoice } from './controls.tsx'
import { ACTIVATION_WORDS, INITIALIZER_WORDS, OPTIMIZER_WORDS, PENALTY_WORDS } from './words.ts'

const RATES = [0.00001, 0.0001, 0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3, 10]
const PENALTY_RATES = [0, 0.0001, 0.0003, 0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3]
const DROPOUTS = [0, 0.1, 0.2, 0.3, 0.4, 0.5]

interface Props {
  state: PlaygroundState
  change: (changes: Partial<PlaygroundState>) => void
}

const named = <Value extends string>(values: readonly Value[], words: Record<Value, string>) =>
  values.map((value) => [value, words[value]] as const)

/** How the network is built, then how it is trained. */
export function SettingsBar({ state, change }: Props) {
  return (
    <section
      aria-label="Network and training"
      className="grid grid-cols-2 gap-x-3 gap-y-2 sm:grid-cols-4 xl:grid-cols-8"
    >
      <Choice
        label="Activation"
        value={state.activation}
        options={named(ACTIVATIONS, ACTIVATION_WORDS)}
        onChange={(activation) => change({ activation })}
      />
      <Choice
        label="Initial weights"
        value={state.initializer}
        options={named(INITIALIZERS, INITIALIZER_WORDS)}
        onChange={(initializer) => change({ initializer })}
      />
      <Choice
        label="Batch normalisation"
        value={state.batchNorm ? 'on' : 'off'}
        options={[
          ['off', 'Off'],
          ['on', 'On'],
        ]}
        onChange={(value) => change({ batchNorm: value === 'on' })}
      />
      <NumberChoice
        label="Dropout"
        value={state.dropout}
        options={DROPOUTS}
        words={(rate) => (rate === 0 ? 'None' : `${Math.round(rate * 100)} %`)}
        onChange={(dropout) => change({ dropout })}
      />
      <Choice
        label="Optimiser"
        value={state.optimizer}
        options={named(OPTIMIZERS, OPTIMIZER_WORDS)}
        onChange={(optimizer) => change({ optimizer })}
      />
      <NumberChoice
        label="Learning rate"
        value={state.learningRate}
        options={RATES}
        onChange={(learningRate) => change({ learningRate })}
      />
      <Choice
        label="Regularisation"
        value={state.penalty}
        options={named(PENALTIES, PENALTY_WORDS)}
        onChange={(penalty) => change({ penalty })}
      />
      <NumberChoice
        label="Regularisation rate"
        value={state.penaltyRate}
        options={PENALTY_RATES}
        disabled={state.penalty === 'none'}
        onChange={(penaltyRate) => change({ penaltyRate })}
      />
    </section>
  )
}
