import { spawn } from 'node:child_process'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { quantile } from './distribution.ts'

const Watched = z.strictObject({
  /** Milliseconds from frame to frame. */
  intervals: z.array(z.number().nonnegative()).min(1),
  /** CPU time of the page's main thread meanwhile. */
  mainThreadMilliseconds: z.number().nonnegative(),
})
type Watched = z.infer<typeof Watched>

const Measured = z.strictObject({
  browser: z.string(),
  /** While nothing trains: what machine and browser can do at all. */
  idle: Watched,
  training: Watched,
  /** Trained meanwhile. */
  epochs: z.number().nonnegative(),
})

export interface FrameFigures {
  frames: number
  framesPerSecond: number
  p50Milliseconds: number
  p95Milliseconds: number
  longestMilliseconds: number
  /** CPU time of the page's main thread for each frame, of the 16.7 ms there are. */
  mainThreadMilliseconds: number
}
export interface PlaygroundBench {
  browser: string
  epochs: number
  idle: FrameFigures
  training: FrameFigures
}

/** Measured by a program of the tests, which has the browser: nothing of it is needed where only grading is done. */
export async function benchPlayground(seconds: number, url: string | undefined): Promise<PlaygroundBench> {
  const root = fileURLToPath(new URL('../..', import.meta.url))
  const script = ['--import', 'tsx', 'tests/bench/playground.ts', `--seconds=${seconds}`]
  const child = spawn(process.execPath, ['--no-deprecation', ...script, ...(url ? [`--url=${url}`] : [])], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = new Promise<number | null>((resolve, reject) => {
    child.on('error', reject)
    child.on('exit', resolve)
  })
  const output = await text(child.stdout)
  const code = await ended
  if (code !== 0) throw new Error(`the browser's measurement ended with ${code}`)
  // Starting a platform says what it does on the same stream; the measurement is the last line.
  const { browser, epochs, idle, training } = Measured.parse(JSON.parse(output.trim().split('\n').at(-1) ?? ''))
  return { browser, epochs, idle: figuresOf(idle), training: figuresOf(training) }
}

export function figuresOf({ intervals, mainThreadMilliseconds }: Watched): FrameFigures {
  const total = intervals.reduce((sum, interval) => sum + interval, 0)
  return {
    frames: intervals.length,
    framesPerSecond: (intervals.length / total) * 1000,
    p50Milliseconds: quantile(intervals, 0.5),
    p95Milliseconds: quantile(intervals, 0.95),
    longestMilliseconds: quantile(intervals, 1),
    mainThreadMilliseconds: mainThreadMilliseconds / intervals.length,
  }
}
