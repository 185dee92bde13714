import { execFile } from 'node:child_process'
import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { z } from 'zod'

const Usage = z.strictObject({ wallSeconds: z.number().positive(), cpuSeconds: z.number().nonnegative() })
type Usage = z.infer<typeof Usage>

export interface Place {
  /** A Python with otter-grader, nbgrader and Keras. */
  python: string
  /** A folder of this bench's own, that nothing else writes to. */
  folder: string
  /** How many threads TensorFlow computes with. */
  threads: number
}

const MEASURE = fileURLToPath(new URL('./measure_command.py', import.meta.url))
const OUTPUT_BYTES = 64 << 20

/** Runs a program and measures it from outside. @throws with what it printed when it fails */
export async function measureCommand(
  { python, folder }: Place,
  command: readonly string[],
  options: { cwd: string; env?: NodeJS.ProcessEnv },
): Promise<Usage & { stdout: string }> {
  const report = join(folder, 'usage.json')
  const { stdout } = await promisify(execFile)(python, [MEASURE, report, ...command], {
    ...options,
    maxBuffer: OUTPUT_BYTES,
  })
  return { ...Usage.parse(JSON.parse(await readFile(report, 'utf8'))), stdout }
}

/** What a notebook tells of itself once it is checked; see check.py. */
const NotebookReport = z.strictObject({
  accuracy: z.number().min(0).max(1),
  params: z.number().int().positive(),
  importSeconds: z.number().positive(),
  trainSeconds: z.number().positive(),
})
type NotebookReport = z.infer<typeof NotebookReport>

export type NotebookRun = Usage & NotebookReport

/** Runs a program that grades a notebook. */
export async function measureNotebook(
  place: Place,
  rows: string,
  command: readonly string[],
  cwd: string,
): Promise<NotebookRun> {
  const told = join(place.folder, 'notebook.json')
  await rm(told, { force: true })
  const env = { ...peerEnvironment(place), GRADUS_BENCH_ROWS: rows, GRADUS_BENCH_REPORT: told }
  const { stdout: _, ...usage } = await measureCommand(place, [place.python, ...command], { cwd, env })
  return { ...usage, ...NotebookReport.parse(JSON.parse(await readFile(told, 'utf8'))) }
}

/** All that a peer's process sees of this one's environment, and its own threads. */
export const peerEnvironment = ({ python, folder, threads }: Place): NodeJS.ProcessEnv => ({
  NODE_ENV: 'production',
  HOME: folder,
  LANG: 'C.UTF-8',
  PATH: `${join(python, '..')}:/usr/local/bin:/usr/bin:/bin`,
  TF_NUM_INTRAOP_THREADS: String(threads),
  TF_CPP_MIN_LOG_LEVEL: '3',
})
