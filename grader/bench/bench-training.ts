import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { z } from 'zod'
import type { EngineProfile } from '#lib/contract/engine-profile.ts'
import { engineEnvironment } from '../trainer/engine-environment.ts'
import { type Spread, spread } from './distribution.ts'
import { TRAINING_CASES } from './training-cases.ts'

const Measurement = z.strictObject({
  params: z.number().int().positive(),
  /** After the first epoch. */
  samplesPerCpuSecond: z.number().positive(),
  samplesPerSecond: z.number().positive(),
  firstEpochCpuSeconds: z.number().positive(),
})
type Measurement = z.infer<typeof Measurement>
type Quantity = Exclude<keyof Measurement, 'params'>

/** Keras trains on the same release of libtensorflow: as it comes, and with oneDNN, which it has off on some processors. */
export const OTHERS = ['Keras', 'Keras, oneDNN', 'stock'] as const
export const SIDES = [...OTHERS, 'ours'] as const
type Other = (typeof OTHERS)[number]
type Side = (typeof SIDES)[number]

export interface Ratio {
  perCpuSecond: number
  perSecond: number
}
export interface TrainingBench {
  case: string
  params: number
  /** Those that were there to be measured. */
  sides: Partial<Record<Side, Record<Quantity, Spread>>>
  /** Ours over the other, by median. */
  ratios: Partial<Record<Other, Ratio>>
}

export interface TrainingBenchOptions {
  profile: EngineProfile
  rounds: number
  /** A Python with Keras; without one Keras is not measured. */
  keras?: string
  /** All, unless named. */
  cases?: readonly string[]
}

/** Each case by each side, in turns, so that whatever else the machine does hits all; each time in a new process. */
export async function benchTraining(
  { profile, rounds, keras, cases = Object.keys(TRAINING_CASES) }: TrainingBenchOptions,
  onCase: (result: TrainingBench) => void,
): Promise<TrainingBench[]> {
  const unknown = cases.find((name) => !(name in TRAINING_CASES))
  if (unknown) throw new Error(`there is no case ${unknown}; there are: ${Object.keys(TRAINING_CASES).join(', ')}`)
  const results: TrainingBench[] = []
  for (const name of cases) {
    const measured: Record<Side, Measurement[]> = { Keras: [], 'Keras, oneDNN': [], stock: [], ours: [] }
    for (let round = 0; round < rounds; round++) {
      if (keras !== undefined) {
        measured.Keras.push(await measureKeras(keras, name, {}))
        measured['Keras, oneDNN'].push(await measureKeras(keras, name, { TF_ENABLE_ONEDNN_OPTS: '1' }))
      }
      measured.stock.push(await measure(name, ['--side=stock'], { NODE_ENV: 'production', TF_CPP_MIN_LOG_LEVEL: '2' }))
      const asked = ['--side=ours', `--one-dnn=${profile.oneDnn}`]
      measured.ours.push(await measure(name, asked, engineEnvironment(profile)))
    }
    const result = { case: name, params: sameParams(name, measured), ...compared(measured) }
    onCase(result)
    results.push(result)
  }
  return results
}

/** @throws when the sides did not train the same network */
function sameParams(name: string, measured: Record<Side, Measurement[]>): number {
  const counts = new Set(Object.values(measured).flatMap((all) => all.map(({ params }) => params)))
  const [params, ...others] = counts
  if (params === undefined || others.length > 0)
    throw new Error(`the networks of ${name} have ${[...counts].join(', ')} parameters`)
  return params
}

function compared(measured: Record<Side, Measurement[]>): Pick<TrainingBench, 'sides' | 'ratios'> {
  const ours = summary(measured.ours)
  const sides: TrainingBench['sides'] = { ours }
  const ratios: TrainingBench['ratios'] = {}
  for (const other of OTHERS) {
    if (measured[other].length === 0) continue
    const theirs = summary(measured[other])
    sides[other] = theirs
    const ratio = (quantity: Quantity) => ours[quantity].median / theirs[quantity].median
    ratios[other] = { perCpuSecond: ratio('samplesPerCpuSecond'), perSecond: ratio('samplesPerSecond') }
  }
  return { sides, ratios }
}

const file = (path: string) => fileURLToPath(new URL(path, import.meta.url))

async function measure(name: string, asked: readonly string[], env: NodeJS.ProcessEnv): Promise<Measurement> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [
      ...['--no-deprecation', '--require', file('../native/util-stand-in.cjs'), '--import', 'tsx'],
      ...[file('./measure-training.ts'), `--case=${name}`, ...asked],
    ],
    { cwd: file('../..'), env },
  )
  return Measurement.parse(JSON.parse(stdout))
}

/** Keras with its own defaults, and what `settings` say. */
async function measureKeras(python: string, name: string, settings: Record<string, string>): Promise<Measurement> {
  const env = { NODE_ENV: 'production' as const, TF_CPP_MIN_LOG_LEVEL: '3', ...settings }
  const { stdout } = await promisify(execFile)(python, [file('./measure_keras.py'), `--case=${name}`], { env })
  return Measurement.parse(JSON.parse(stdout))
}

const summary = (measured: readonly Measurement[]): Record<Quantity, Spread> => ({
  samplesPerCpuSecond: spread(measured.map((one) => one.samplesPerCpuSecond)),
  samplesPerSecond: spread(measured.map((one) => one.samplesPerSecond)),
  firstEpochCpuSeconds: spread(measured.map((one) => one.firstEpochCpuSeconds)),
})
