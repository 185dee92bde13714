import type { Finding } from './facts.ts'

/** The schedule comes down from its peak. */
export function checkFallingRate({ learningRates }: { learningRates: number[] }, { to }: { to: number }): Finding {
  const peak = Math.max(...learningRates)
  const last = learningRates.at(-1) ?? peak
  const measured =
    last === peak
      ? `Your learning rate is ${short(peak)} at its peak and in the last epoch alike.`
      : `Your learning rate is ${short(peak)} at its peak and ${short(last)} in the last epoch.`
  return { passed: last <= to * peak, measured }
}

/** Steps that are too long throw the loss up again and again; with well-chosen ones the last epoch is the best. */
export function checkFallingLoss({ losses }: { losses: (number | null)[] }): Finding {
  const last = losses.at(-1) ?? null
  if (last === null) return { passed: false, measured: 'Your training loss left the range of numbers.' }
  const lowest = losses.reduce<number>((least, loss) => Math.min(least, loss ?? least), last)
  if (last <= lowest)
    return { passed: true, measured: `Your training loss is lowest in the last epoch: ${short(last)}.` }
  return {
    passed: false,
    measured: `Your training loss was ${short(lowest)} in epoch ${losses.indexOf(lowest) + 1} and is ${short(last)} in the last one.`,
  }
}

const short = (value: number) => String(Number(value.toPrecision(3)))
