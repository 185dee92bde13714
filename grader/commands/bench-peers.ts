import { writeFile } from 'node:fs/promises'
import { loadavg } from 'node:os'
import { ensurePython } from '#deploy/local/steps/python-environment.mjs'
import { benchPeers, GRADERS, type PeerBench } from '../bench/bench-peers.ts'
import type { Spread } from '../bench/distribution.ts'
import { engineProfile } from './engine.ts'
import { machine } from './machine.ts'

const NOT_MEASURED = 3

/**
 * The same assignments graded by otter-grader, by nbgrader and here, each from submission to score.
 * @returns the exit code
 */
export async function benchPeersCommand(options: {
  rounds: number
  assignments?: string[]
  json?: string
}): Promise<number> {
  const { rounds, assignments, json } = options
  const environment = await ensurePython('notebook-graders')
  if (!environment.ok) {
    console.error(`gradus: otter-grader and nbgrader can't be measured: ${environment.reason}`)
    return NOT_MEASURED
  }
  const { threads } = engineProfile()
  const load = [loadavg()]
  const results = await benchPeers(
    { python: environment.python, threads, rounds, ...(assignments ? { assignments } : {}) },
    (assignment, round, grader, run) =>
      console.error(`${assignment}, round ${round} of ${rounds}: ${grader} ${run.wallSeconds.toFixed(2)} s`),
  )
  load.push(loadavg())
  console.log(`seconds from submission to score, ${threads} threads, ${rounds} rounds; median (lowest–highest)`)
  for (const result of results) printAssignment(result)
  if (json)
    await writeFile(json, `${JSON.stringify({ machine: machine(), load, threads, rounds, results }, null, 2)}\n`)
  return 0
}

function printAssignment({ assignment, params, graders }: PeerBench): void {
  console.log(`\n${assignment}, ${params.toLocaleString('en')} parameters`)
  console.log(line('', 'wall', 'of it training', 'CPU', 'accuracy', 'times ours'))
  for (const grader of GRADERS) {
    const { wallSeconds, trainSeconds, cpuSeconds, accuracy, timesOurs } = graders[grader]
    const columns = [text(wallSeconds), text(trainSeconds), text(cpuSeconds), text(accuracy, 4)]
    console.log(line(`  ${grader}`, ...columns, `×${timesOurs.toFixed(1)}`))
  }
}

const text = ({ median, low, high }: Spread, digits = 2): string =>
  `${median.toFixed(digits)} (${low.toFixed(digits)}–${high.toFixed(digits)})`

const line = (name: string, ...columns: string[]): string =>
  `${name.padEnd(16)}${columns.map((column) => column.padStart(25)).join('')}`
