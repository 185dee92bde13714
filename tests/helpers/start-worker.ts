import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { testDataFolder } from '#tests/helpers/make-course.ts'

export interface WorkerProcess {
  /** Its exit code, or null when a signal ended it. */
  exited: Promise<number | null>
  readonly pid: number
  kill(signal: NodeJS.Signals): void
  /** What it has logged, for the message of a test that fails. */
  output(): string
}

const running = new Set<ChildProcess>()

/** A worker as `npx gradus worker` starts one: a process of its own, on this test file's database and blob store. */
export const startWorker = (...options: string[]): Promise<WorkerProcess> => startWorkerWith({}, ...options)

/** The same with further environment variables. */
export async function startWorkerWith(
  environment: Readonly<Record<string, string>>,
  ...options: string[]
): Promise<WorkerProcess> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'grader/cli.ts', 'worker', ...options], {
    env: { ...process.env, GRADUS_DATA: await testDataFolder(), GRADUS_LOG_LEVEL: 'info', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  running.add(child)
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk))
  const exited = once(child, 'exit').then(([code]) => {
    running.delete(child)
    return code as number | null
  })
  return { exited, pid: child.pid ?? 0, kill: (signal) => child.kill(signal), output: () => output }
}

/** For `afterEach`: a test that failed leaves no worker behind. */
export async function killWorkers(): Promise<void> {
  await Promise.all(
    [...running].map(async (child) => {
      const exit = once(child, 'exit')
      child.kill('SIGKILL')
      await exit
    }),
  )
}
