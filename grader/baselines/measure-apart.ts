import { spawn } from 'node:child_process'
import { constants, setPriority } from 'node:os'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import type { FrozenExercise } from '#lib/catalogue/frozen-exercise.ts'
import { Baselines } from '#lib/contract/baselines.ts'

const PROGRAM = fileURLToPath(new URL('main.ts', import.meta.url))

/**
 * Baselines of a published exercise, measured in a process of low priority: fitting forests for seconds here would hold up
 * the events of runs under way.
 * @param signal aborted: the process is ended, and the promise rejects
 */
export async function measureApart(
  dataFolder: string,
  frozen: FrozenExercise,
  signal: AbortSignal,
): Promise<Baselines> {
  const child = spawn(process.execPath, ['--import', 'tsx', PROGRAM], {
    // Neither the database nor the installation's secret: it reads rows by hash, and needs no more.
    env: { PATH: '', GRADUS_DATA: dataFolder, NODE_ENV: 'production' },
    stdio: ['pipe', 'pipe', 'pipe'],
    signal,
  })
  const ended = new Promise<number | null>((resolve, reject) => child.on('error', reject).on('close', resolve))
  if (child.pid !== undefined) setPriority(child.pid, constants.priority.PRIORITY_LOW)
  child.stdin.on('error', () => {})
  child.stdin.end(JSON.stringify(frozen))
  const [code, answer, complaint] = await Promise.all([ended, text(child.stdout), text(child.stderr)])
  if (code !== 0) throw new Error(`measuring baselines of ${frozen.exercise.slug} failed: ${complaint.slice(-2000)}`)
  return Baselines.parse(JSON.parse(answer))
}
