'use client'
import { MonitorPlay, Square } from 'lucide-react'
import { RunCurves } from '#app/components/charts/run-curves.tsx'
import { formatNumberOf } from '#app/components/format.ts'
import { CasesList } from '#app/components/run/cases-list.tsx'
import { ConsoleOutput } from '#app/components/run/console-output.tsx'
import { Notices } from '#app/components/run/notices.tsx'
import { ReportPart } from '#app/components/run/report-part.tsx'
import { RunFault } from '#app/components/run/run-fault.tsx'
import { RunProgress } from '#app/components/run/run-progress.tsx'
import { Button } from '#app/components/ui/button.tsx'
import type { Backend } from '#lib/contract/sandbox-protocol.ts'
import type { Bars } from '#lib/domain/bars.ts'
import { type BrowserRun, viewOf } from './browser-run.ts'

const BACKEND_WORDS: Record<Backend, string> = {
  webgl: 'the graphics card, by WebGL',
  wasm: 'WebAssembly',
  cpu: 'plain JavaScript',
}

interface Props {
  run: BrowserRun
  bars: Bars
  byHand: boolean
  onStop: () => void
  onReveal: (line: number, column?: number) => void
  /** Back to the run that was graded, where there is one. */
  onShowGraded: (() => void) | null
}

/** A run in the learner's own browser, in the same parts as a graded one, and never to be taken for one. */
export function BrowserResult({ run, bars, byHand, onStop, onReveal, onShowGraded }: Props) {
  const view = viewOf(run)
  const running = run.state === 'running'
  return (
    <div className="grid gap-6 [&>*]:min-w-0">
      <div className="flex items-start gap-2.5 rounded-md bg-accent-soft px-3.5 py-2.5 text-ui">
        <MonitorPlay aria-hidden className="mt-0.5 size-4 shrink-0 text-accent" />
        <div className="min-w-0 flex-1">
          <p className="font-medium">In your browser</p>
          <p className="text-ink-2">
            {byHand ? 'Visible cases only' : 'Training rows only'}; nothing is submitted, no attempt is used.
          </p>
        </div>
        {running ? (
          <Button size="sm" onClick={onStop}>
            <Square aria-hidden className="size-3" />
            Stop
          </Button>
        ) : (
          onShowGraded && (
            <Button size="sm" onClick={onShowGraded}>
              Graded run
            </Button>
          )
        )}
      </div>
      {running && <RunProgress view={view} byHand={byHand} inBrowser />}
      {!running && <RunFault verdict={view.verdict} error={run.error ?? undefined} onReveal={onReveal} />}
      {run.stopped && (
        <p role="status" className="text-ink-2 text-ui">
          You stopped it.
        </p>
      )}
      <Notices notices={run.notices} />
      {!byHand && (running || run.curve.length > 0) && (
        <RunCurves
          curve={run.curve}
          bars={bars}
          bestEpoch={run.bestEpoch}
          {...(run.model ? { epochs: running ? run.model.epochs : (run.curve.at(-1)?.epoch ?? run.model.epochs) } : {})}
        />
      )}
      {run.backend && (
        <p className="tnum text-ink-3 text-xs">
          Computed on {BACKEND_WORDS[run.backend]}
          {run.model && `, ${formatNumberOf(run.model.params, 'parameter')}`}. The curves have the grader's seed; the
          score is the grader's alone.
        </p>
      )}
      {run.cases.length > 0 && <CasesList cases={run.cases} />}
      {run.console.length > 0 && (
        <ReportPart title="Console" note={formatNumberOf(run.console.length, 'line')}>
          <ConsoleOutput lines={run.console} />
        </ReportPart>
      )}
    </div>
  )
}
