import type { Finding, LayerNumber } from './facts.ts'

/** What an error at the output still amounts to at the first layer. */
export function checkGradientFlow(
  { gradientNorms }: { gradientNorms: LayerNumber[] },
  { min }: { min: number },
): Finding {
  const first = gradientNorms[0]
  // A last layer without weights has no gradient of its own.
  const last = gradientNorms.findLast(({ value }) => value > 0)
  if (!first || !last)
    return { passed: false, measured: 'No gradient was measured at your last layer in the first epoch.' }
  const ratio = first.value / last.value
  return {
    // Negated, so that NaN fails.
    passed: !!(ratio > min),
    measured: `In the first epoch the gradient of ${first.name} is ${short(ratio)} times that of ${last.name}.`,
  }
}

/** Whether values keep their size on the way through the untrained network. */
export function checkSignalSpread(
  { startSpreads }: { startSpreads: LayerNumber[] },
  { within }: { within: number },
): Finding {
  const [first, last] = [startSpreads[0], startSpreads.at(-1)]
  if (!first || !last || first === last)
    return { passed: false, measured: 'Your model has no two hidden layers whose answers could be compared.' }
  if (!(first.value > 0))
    return { passed: false, measured: `Before training, ${first.name} answers the same to every row.` }
  const ratio = last.value / first.value
  return {
    passed: !!(ratio >= 1 / within && ratio <= within),
    measured: `Before training, the answers of ${first.name} have a standard deviation of ${short(first.value)}, those of ${last.name} of ${short(last.value)}: ${short(ratio)} times as much.`,
  }
}

const short = (value: number) => String(Number(value.toPrecision(3)))
