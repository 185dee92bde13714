import type { Rule } from './evidence.ts'
import { belowPass, losses, percent, short } from './read-evidence.ts'

const MOVED = 0.01
/** Of two epochs nobody can say that they are flat. */
const EPOCHS = 3

/** The training loss stayed within a hundredth of where it began. */
export const lossFlat: Rule = (evidence) => {
  const seen = losses(evidence)
  const first = seen[0]
  if (!belowPass(evidence) || evidence.outcome === 'diverged' || seen.length < EPOCHS || !first) return null
  const moved = Math.max(...seen.map((loss) => Math.abs(loss - first))) / Math.abs(first)
  if (moved >= MOVED) return null
  const start = evidence.curve[0]?.layers.find(({ gradientNorm }) => gradientNorm !== null)
  const gradient = start
    ? ` The gradient of your first layer, ${start.name}, had a norm of ${short(start.gradientNorm ?? 0)}.`
    : ''
  return `Over ${evidence.training.epochsRun} epochs the training loss stayed within ${percent(Math.max(moved, 0.0001))} of where it began, ${short(first)}: your network learned nothing.${gradient} Look first at how the inputs are scaled, then at the initial weights and the activations, then at the learning rate.`
}
