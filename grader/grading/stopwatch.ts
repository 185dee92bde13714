import type { GradeReport } from '#lib/contract/report.ts'

type Timing = GradeReport['timing']
type Part = Exclude<keyof Timing, 'total'>

/** Wall milliseconds of each part of a run. */
export function startStopwatch() {
  const began = performance.now()
  const parts: Record<Part, number> = { compile: 0, prepare: 0, train: 0, predict: 0, score: 0 }
  return {
    async time<T>(part: Part, work: () => Promise<T> | T): Promise<T> {
      const from = performance.now()
      try {
        return await work()
      } finally {
        parts[part] += performance.now() - from
      }
    },
    read(): Timing {
      const rounded = Object.fromEntries(
        Object.entries({ ...parts, total: performance.now() - began }).map(([part, ms]) => [part, Math.round(ms)]),
      )
      return rounded as Timing
    },
  }
}
export type Stopwatch = ReturnType<typeof startStopwatch>
