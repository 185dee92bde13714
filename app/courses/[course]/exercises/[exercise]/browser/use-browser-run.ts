'use client'
import { useCallback, useEffect, useRef, useState } from 'react'
import { toast } from 'sonner'
import { openSandbox, type RunEnd, type Sandbox } from '#app/sandbox/open-sandbox.ts'
import type { RunnerRequest } from '#lib/contract/sandbox-protocol.ts'
import { positionMapper } from '#lib/learner/position-mapper.ts'
import type { ExercisePage } from '#lib/usecases/read-exercise-page.ts'
import { type BrowserRun, endRun, type RunContext, reduceEvent, startRun } from './browser-run.ts'
import { fetchRows } from './fetch-rows.ts'

/** A try, not a marathon: what takes longer is for the grader. */
const TRAIN_SECONDS = 60
/** Longer than any one step or `prepare` takes; a loop without an end says nothing for ever. */
const SILENT_SECONDS = 30

interface Options {
  courseSlug: string
  page: ExercisePage
}

/** Runs what is in the editor in this browser: the slots on the training rows, or the visible cases. */
export function useBrowserRun({ courseSlug, page }: Options) {
  const [run, setRun] = useState<BrowserRun | null>(null)
  const sandbox = useRef<Promise<Sandbox> | null>(null)
  const busy = useRef(false)
  /** Also while there is no runner to stop yet: files are loaded, the source is compiled. */
  const stopped = useRef(false)

  useEffect(
    () => () => {
      void sandbox.current?.then((open) => open.close())
      sandbox.current = null
    },
    [],
  )

  const start = useCallback(
    async (source: string) => {
      if (busy.current) return
      busy.current = true
      stopped.current = false
      setRun(startRun(source))
      try {
        sandbox.current ??= openSandbox()
        const update: Update = (change) => setRun((known) => known && change(known))
        await runIn(await sandbox.current, source, { courseSlug, page, isStopped: () => stopped.current }, update)
      } catch (error) {
        console.warn('A run in the browser could not be made.', error)
        sandbox.current = null
        setRun(null)
        toast.error('It could not be run here', {
          description: 'A file or the rows could not be loaded. Try again; submitting does not need them.',
        })
      } finally {
        busy.current = false
      }
    },
    [courseSlug, page],
  )
  const stop = useCallback(() => {
    stopped.current = true
    void sandbox.current?.then((open) => open.stop())
  }, [])
  return { run, start, stop, running: run?.state === 'running' }
}

type Update = (change: (run: BrowserRun) => BrowserRun) => void

async function runIn(
  sandbox: Sandbox,
  source: string,
  { courseSlug, page, isStopped }: Options & { isStopped: () => boolean },
  update: Update,
): Promise<void> {
  const context: RunContext = {
    cases: page.exercise.visibleCases,
    mapPosition: (at) => at,
    maxSeconds: TRAIN_SECONDS,
  }
  const end = (how: RunEnd) => update((run) => endRun(run, how, context))
  const [solution, starter] = await Promise.all([
    sandbox.compile('solution', source),
    sandbox.compile('solution', page.exercise.starter),
  ])
  if (!solution.ok) return end({ kind: 'fault', fault: solution.fault, ended: false })
  if (!starter.ok) throw new Error(`the starter does not compile: ${starter.fault.message}`)
  context.mapPosition = positionMapper(solution.map)
  const request = await requestFor(page, `/courses/${courseSlug}/exercises/${page.assignment.slug}`, {
    solution: solution.code,
    starter: starter.code,
  })
  if (isStopped()) return end({ kind: 'stopped' })
  const onEvent = (event: Parameters<typeof reduceEvent>[1]) => update((run) => reduceEvent(run, event, context))
  end(await sandbox.run(request, { onEvent, silentSeconds: SILENT_SECONDS }))
  // The runner has seen a learner's code: the next run gets a fresh one.
  sandbox.stop()
}

async function requestFor(
  { browser, exercise }: ExercisePage,
  path: string,
  code: { solution: string; starter: string },
): Promise<RunnerRequest> {
  const { slots, context, seed, training } = browser
  const common = { ...code, slots, context, seed }
  if (!training) return { kind: 'call', ...common, calls: exercise.visibleCases.map(({ fn, args }) => ({ fn, args })) }
  const { x, y, ...how } = training
  const [rows, labels] = await Promise.all([fetchRows(path, x), fetchRows(path, y)])
  return {
    kind: 'train',
    ...common,
    ...how,
    ...(exercise.limits.maxEpochs ? { maxEpochs: exercise.limits.maxEpochs } : {}),
    maxSeconds: TRAIN_SECONDS,
    x: rows,
    y: labels,
  }
}
