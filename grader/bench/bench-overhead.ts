import { readFile } from 'node:fs/promises'
import { type Quantiles, quantiles } from './distribution.ts'
import type { Submitted } from './submission-protocol.ts'
import { openSubmissions } from './submissions.ts'

/** A table, coordinates and sequences: a dense network twice, and a recurrent one whose rows are many. */
const EXERCISES = ['m1-wine-first-network', 'm1-ore-or-waste', 'm5-haul-truck-faults'] as const

/** Milliseconds since the submission, unless said otherwise. */
export interface Overhead {
  claimed: number
  /** A listener of the run's stream hears that a worker has it. */
  firstEvent: number
  /** The first step of training is done. */
  firstStep: number
  /** The same without what the learner's box took: loading and running their code, rows to it and back. A duration. */
  firstStepBesidePrepare: number
  /** A listener sees that it trains. */
  firstProgress: number
  /** A listener has the report. */
  scored: number
  /** What the trainer's epochs took; a duration. */
  training: number
  /** From the submission to the score, beyond the training; a duration. */
  overhead: number
}
export const QUANTITIES = [
  'claimed',
  'firstEvent',
  'firstStep',
  'firstStepBesidePrepare',
  'firstProgress',
  'scored',
  'training',
  'overhead',
] as const satisfies (keyof Overhead)[]

export interface OverheadBench {
  exercise: string
  /** The first submission: nothing of the exercise is known to the worker yet. Not among the others. */
  first: Overhead
  figures: Record<keyof Overhead, Quantiles>
  runs: Submitted[]
}

/** Submits the solutions of a few exercises in turns, each `rounds` times, and measures what is not training. */
export async function benchOverhead(rounds: number, onRound: (round: number) => void): Promise<OverheadBench[]> {
  const sources = await Promise.all(
    EXERCISES.map(async (exercise) => {
      const path = new URL(`../../exercises/${exercise}/solution.ts`, import.meta.url)
      return { exercise, source: await readFile(path, 'utf8'), runs: [] as Submitted[] }
    }),
  )
  const submissions = await openSubmissions()
  try {
    for (let round = 0; round <= rounds; round++) {
      for (const { exercise, source, runs } of sources) runs.push(await submissions.submit(exercise, source))
      onRound(round)
    }
  } finally {
    await submissions.stop()
  }
  return sources.map(({ exercise, runs }) => {
    const [first, ...others] = runs.map(overheadOf)
    if (!first) throw new Error('nothing was submitted')
    return { exercise, first, figures: figuresOf(others), runs }
  })
}

/** @throws when the submission was not trained and scored: a solution is */
export function overheadOf(run: Submitted): Overhead {
  const { verdict, claimedMs, firstEventMs, firstProgressMs, scoredMs, trainingMs, timing } = run
  const firstStepMs = run.reachedMs.firstStep
  if (verdict !== 'scored' || firstStepMs === undefined) throw new Error(`a solution ended with ${verdict}`)
  return {
    claimed: claimedMs,
    firstEvent: firstEventMs,
    firstStep: firstStepMs,
    firstStepBesidePrepare: firstStepMs - timing.prepare,
    firstProgress: firstProgressMs ?? scoredMs,
    scored: scoredMs,
    training: trainingMs,
    overhead: scoredMs - trainingMs,
  }
}

function figuresOf(runs: readonly Overhead[]): Record<keyof Overhead, Quantiles> {
  const of = (quantity: keyof Overhead) => quantiles(runs.map((run) => run[quantity]))
  return Object.fromEntries(QUANTITIES.map((quantity) => [quantity, of(quantity)])) as Record<keyof Overhead, Quantiles>
}
