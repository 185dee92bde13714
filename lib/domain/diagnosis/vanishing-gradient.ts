import type { Evidence, Rule } from './evidence.ts'
import { belowPass, inputsAreNearOne, percent, shortOnTraining } from './read-evidence.ts'

/** The first layer's gradient norm over the last one's. */
const VANISHED = 0.01
/** Layers with weights: in fewer there is no way on which to vanish. */
const DEEP = 4

/** In most of the first third of the epochs, next to nothing of the last layer's gradient reached the first. */
export const vanishingGradient: Rule = (evidence) => {
  if (!evidence.writable.buildModel || !belowPass(evidence) || !inputsAreNearOne(evidence)) return null
  if (!shortOnTraining(evidence)) return null
  const early = evidence.curve.slice(0, Math.ceil(evidence.curve.length / 3)).flatMap((point) => ratioIn(point) ?? [])
  const middle = early.toSorted((a, b) => a.ratio - b.ratio)[Math.floor(early.length / 2)]
  if (!middle || middle.ratio >= VANISHED) return null
  const squashed = evidence.layers
    .slice(0, -1)
    .some(({ activation }) => activation === 'sigmoid' || activation === 'tanh')
  const advice = squashed
    ? "Every sigmoid or tanh on the way multiplies it by a slope below 1. Use `relu` with `kernelInitializer: 'heNormal'` in the hidden layers"
    : "Initial weights that are too small shrink it layer by layer. Use `kernelInitializer: 'heNormal'` in the hidden layers"
  return `In the first epochs the gradient that reached your first layer, ${middle.first}, was ${percent(middle.ratio)} of the one in ${middle.last}: it vanished on its way back, so the first layers hardly learned. ${advice}, or put \`batchNormalization\` between them.`
}

function ratioIn({ layers }: Evidence['curve'][number]): { ratio: number; first: string; last: string } | null {
  const known = layers.flatMap(({ name, gradientNorm }) => (gradientNorm === null ? [] : [{ name, gradientNorm }]))
  const [first, last] = [known[0], known.at(-1)]
  // A gradient that is nowhere has not vanished on the way.
  if (!first || !last || known.length < DEEP || last.gradientNorm < 1e-6) return null
  return { ratio: first.gradientNorm / last.gradientNorm, first: first.name, last: last.name }
}
