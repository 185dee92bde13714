import type { Finding, ModelFacts } from './facts.ts'

/** The training loss of the last epoch is at most this share of the first one's. */
export function checkLossFell({ loss: { first, last } }: Pick<ModelFacts, 'loss'>, { to }: { to: number }): Finding {
  if (first === null || last === null)
    return { passed: false, measured: 'The loss of the first or the last epoch is not a number.' }
  return {
    passed: last <= to * first,
    measured: `The loss went from ${short(first)} in the first epoch to ${short(last)} in the last.`,
  }
}

const short = (value: number) => String(Number(value.toPrecision(3)))
