import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { z } from 'zod'
import { type EngineProfile, engineEnvironment } from '../trainer/engine-environment.ts'
import { TRAINING_CASES } from './training-cases.ts'

const Measurement = z.strictObject({
  /** After the first epoch. */
  samplesPerCpuSecond: z.number().positive(),
  samplesPerSecond: z.number().positive(),
  firstEpochCpuSeconds: z.number().positive(),
})
type Measurement = z.infer<typeof Measurement>
type Quantity = keyof Measurement

export const SIDES = ['stock', 'ours'] as const
type Side = (typeof SIDES)[number]

export interface Spread {
  median: number
  low: number
  high: number
}
export interface TrainingBench {
  case: string
  sides: Record<Side, Record<Quantity, Spread>>
  /** Ours over stock, by median. */
  ratio: { perCpuSecond: number; perSecond: number }
}

/** Each case by each side, in turns, so that whatever else the machine does hits both; each time in a new process. */
export async function benchTraining(
  profile: EngineProfile,
  rounds: number,
  onCase: (result: TrainingBench) => void,
): Promise<TrainingBench[]> {
  const results: TrainingBench[] = []
  for (const name of Object.keys(TRAINING_CASES)) {
    const measured: Record<Side, Measurement[]> = { stock: [], ours: [] }
    for (let round = 0; round < rounds; round++)
      for (const side of SIDES) measured[side].push(await measure(profile, name, side))
    const sides = { stock: summary(measured.stock), ours: summary(measured.ours) }
    const ratio = (quantity: Quantity) => sides.ours[quantity].median / sides.stock[quantity].median
    const result = {
      case: name,
      sides,
      ratio: { perCpuSecond: ratio('samplesPerCpuSecond'), perSecond: ratio('samplesPerSecond') },
    }
    onCase(result)
    results.push(result)
  }
  return results
}

async function measure(profile: EngineProfile, name: string, side: Side): Promise<Measurement> {
  const file = (path: string) => fileURLToPath(new URL(path, import.meta.url))
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [
      ...['--no-deprecation', '--require', file('../native/util-stand-in.cjs'), '--import', 'tsx'],
      ...[file('./measure-training.ts'), `--case=${name}`, `--side=${side}`],
    ],
    { cwd: file('../..'), env: engineEnvironment(profile) },
  )
  return Measurement.parse(JSON.parse(stdout))
}

const summary = (measured: readonly Measurement[]): Record<Quantity, Spread> => ({
  samplesPerCpuSecond: spread(measured.map((one) => one.samplesPerCpuSecond)),
  samplesPerSecond: spread(measured.map((one) => one.samplesPerSecond)),
  firstEpochCpuSeconds: spread(measured.map((one) => one.firstEpochCpuSeconds)),
})

/** Of an even number of values the median is the upper one of the middle two. */
function spread(values: readonly number[]): Spread {
  const sorted = values.toSorted((a, b) => a - b)
  const at = (i: number) => sorted[i] as number
  return { median: at(Math.floor(sorted.length / 2)), low: at(0), high: at(sorted.length - 1) }
}
