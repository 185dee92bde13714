import { writeFile } from 'node:fs/promises'
import { loadavg } from 'node:os'
import { ensurePython } from '#deploy/local/steps/python-environment.mjs'
import { openBlobStore } from '#lib/catalogue/blob-store.ts'
import { loadBundle } from '#lib/catalogue/load-bundle.ts'
import { describeProfile } from '#lib/contract/engine-profile.ts'
import { env } from '#lib/env.ts'
import { benchBoxes } from '../bench/bench-boxes.ts'
import { benchPlayground, type FrameFigures } from '../bench/bench-playground.ts'
import { benchTrainerBox } from '../bench/bench-trainer-box.ts'
import { benchTraining, OTHERS, SIDES, type TrainingBench } from '../bench/bench-training.ts'
import type { Spread } from '../bench/distribution.ts'
import { engineProfile, openBoxes } from './engine.ts'
import { catalogueRoot, installationSecret } from './installation.ts'
import { machine } from './machine.ts'

/** Some seconds of training, small steps: where a box would be felt first. */
const TRAINED = 'm1-ore-or-waste'

/**
 * Ours against Keras and stock TensorFlow.js, on the same libtensorflow and rows.
 * @returns the exit code
 */
export async function benchTrainCommand(options: { rounds: number; cases?: string[]; json?: string }): Promise<number> {
  const { rounds, cases, json } = options
  const profile = engineProfile()
  const keras = await ensurePython('keras')
  if (!keras.ok) console.log(`Keras is not measured: ${keras.reason}`)
  console.log(`${describeProfile(profile)}, ${rounds} rounds; median (lowest–highest)\n`)
  console.log(line('', '', 'samples / CPU-second', 'samples / second', 'first epoch, CPU-s'))
  const results = await benchTraining(
    { profile, rounds, ...(keras.ok ? { keras: keras.python } : {}), ...(cases ? { cases } : {}) },
    printCase,
  )
  if (json) {
    await writeFile(
      json,
      `${JSON.stringify({ machine: machine(), load: loadavg(), profile, rounds, results }, null, 2)}\n`,
    )
  }
  return 0
}

function printCase({ case: name, params, sides, ratios }: TrainingBench): void {
  console.log(`${name}, ${params.toLocaleString('en')} parameters`)
  for (const side of SIDES) {
    const measured = sides[side]
    if (!measured) continue
    const { samplesPerCpuSecond, samplesPerSecond, firstEpochCpuSeconds } = measured
    console.log(line('', side, text(samplesPerCpuSecond, 0), text(samplesPerSecond, 0), text(firstEpochCpuSeconds, 2)))
  }
  for (const other of OTHERS) {
    const ratio = ratios[other]
    if (ratio)
      console.log(line(`  ours / ${other}`, '', `×${ratio.perCpuSecond.toFixed(2)}`, `×${ratio.perSecond.toFixed(2)}`))
  }
}

/**
 * Frames of the playground in a real Chromium while it trains, beside those of the same page at rest.
 * @returns the exit code
 */
export async function benchPlaygroundCommand(options: {
  seconds: number
  url?: string
  json?: string
}): Promise<number> {
  const result = await benchPlayground(options.seconds, options.url)
  console.log(`Chromium ${result.browser}, spiral, three layers of eight units, ${result.epochs} epochs meanwhile\n`)
  console.log(frameLine('', 'frames/s', 'p50 ms', 'p95 ms', 'longest ms', 'CPU ms a frame'))
  for (const state of ['idle', 'training'] as const) console.log(frameLine(state, ...frameColumns(result[state])))
  if (options.json) await writeFile(options.json, `${JSON.stringify({ machine: machine(), ...result }, null, 2)}\n`)
  return 0
}

const frameColumns = (figures: FrameFigures): string[] =>
  [
    figures.framesPerSecond,
    figures.p50Milliseconds,
    figures.p95Milliseconds,
    figures.longestMilliseconds,
    figures.mainThreadMilliseconds,
  ].map((value) => value.toFixed(1))
const frameLine = (name: string, ...columns: string[]): string =>
  `${name.padEnd(10)}${columns.map((column) => column.padStart(16)).join('')}`

/** @returns the exit code */
export async function benchBoxesCommand({ rounds }: { rounds: number }): Promise<number> {
  console.log(`${'box'.padEnd(16)}${'first answer, ms'.padStart(18)}${'end, ms'.padStart(10)}   medians of ${rounds}`)
  for (const { name, answerMs, endMs } of await benchBoxes(rounds))
    console.log(`${name.padEnd(16)}${String(answerMs).padStart(18)}${String(endMs).padStart(10)}`)
  const bundle = await loadBundle({
    root: catalogueRoot,
    store: openBlobStore(env().GRADUS_DATA),
    secret: installationSecret(),
    slug: TRAINED,
  })
  console.log(`\n${'trainer'.padEnd(16)}${'ready, ms'.padStart(18)}${'training, ms'.padStart(14)}   ${TRAINED}`)
  const place = { box: await openBoxes(), bundle, catalogue: catalogueRoot }
  for (const { trainer, readyMs, trainMs } of await benchTrainerBox(place, engineProfile(), rounds))
    console.log(`${trainer.padEnd(16)}${String(readyMs).padStart(18)}${String(trainMs).padStart(14)}`)
  return 0
}

const text = ({ median, low, high }: Spread, digits: number): string =>
  `${median.toFixed(digits)} (${low.toFixed(digits)}–${high.toFixed(digits)})`

const line = (name: string, side: string, ...columns: string[]): string =>
  `${name.padEnd(24)}${side.padEnd(15)}${columns.map((column) => column.padEnd(26)).join('')}`.trimEnd()
