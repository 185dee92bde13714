import { writeFile } from 'node:fs/promises'
import { loadavg } from 'node:os'
import { benchOverhead, type Overhead, type OverheadBench, QUANTITIES } from '../bench/bench-overhead.ts'
import { machine } from './machine.ts'

const TITLES: Record<keyof Overhead, string> = {
  claimed: 'submit → claimed',
  firstEvent: 'submit → first event at a listener',
  firstStep: 'submit → first training step',
  firstStepBesidePrepare: '  the same beside the learner’s box',
  firstProgress: 'submit → training seen by a listener',
  scored: 'submit → score',
  training: 'bare training',
  overhead: 'submit → score, over bare training',
}

/**
 * What a submission takes besides its training, from the use case that takes it to a listener's report.
 * @returns the exit code
 */
export async function benchOverheadCommand({ rounds, json }: { rounds: number; json?: string }): Promise<number> {
  const load = [loadavg()]
  const results = await benchOverhead(rounds, (round) => console.error(`round ${round} of ${rounds}`))
  load.push(loadavg())
  console.log(`milliseconds of ${rounds} submissions each, one at a time, by one worker; the first of each apart\n`)
  for (const result of results) printExercise(result)
  if (json) await writeFile(json, `${JSON.stringify({ machine: machine(), load, rounds, results }, null, 2)}\n`)
  return 0
}

function printExercise({ exercise, first, figures }: OverheadBench): void {
  console.log(line(exercise, 'p50', 'p95', 'longest', 'the first'))
  for (const quantity of QUANTITIES) {
    const { p50, p95, longest } = figures[quantity]
    console.log(line(`  ${TITLES[quantity]}`, ...[p50, p95, longest, first[quantity]].map((ms) => ms.toFixed(0))))
  }
}

const line = (name: string, ...columns: string[]): string =>
  `${name.padEnd(42)}${columns.map((column) => column.padStart(11)).join('')}`
