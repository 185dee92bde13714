import type { Rule } from './evidence.ts'

/** The processor time ran out before the plan's last epoch. */
export const budgetCut: Rule = ({ outcome, training, plan }) =>
  outcome === 'cpu-limit'
    ? `The processor time of this exercise was used up after ${training.epochsRun} of ${plan.epochs} epochs, so your network never finished training. Use a larger batch, a smaller model or fewer epochs.`
    : null
