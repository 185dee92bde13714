'use client'
import { useRef, useState } from 'react'
import { CodeView } from '#app/components/monaco/code-view.tsx'
import { RunReport } from '#app/components/run/run-report.tsx'
import { useRun } from '#app/components/run/use-run.ts'
import { Badge } from '#app/components/ui/badge.tsx'
import { Tab, TabList, TabPanel, Tabs } from '#app/components/ui/tabs.tsx'
import type { RunStreamMessage } from '#lib/contract/run-stream.ts'
import type { Bars } from '#lib/domain/bars.ts'
import { Passport } from './passport.tsx'
import { TelemetryTable } from './telemetry-table.tsx'

interface Props {
  source: string
  bars: Bars
  byHand: boolean
  /** What was known of the run when the page was made; null when there is no run to show. */
  initial: RunStreamMessage | null
  isDemo: boolean
}

/** Source on the left, what the run found on the right; a run that goes on is followed live. */
export function SubmissionView({ source, bars, byHand, initial, isDemo }: Props) {
  const { view, connection } = useRun(initial?.runId ?? null, initial)
  const [marked, setMarked] = useState<number | null>(null)
  const code = useRef<HTMLElement>(null)
  const reveal = (target: number) => {
    setMarked(target)
    code.current?.querySelector('pre')?.children[target - 1]?.scrollIntoView({ block: 'center' })
  }
  const line = marked ?? view?.report?.error?.line ?? null
  const hasTelemetry = view?.curve.some(({ layers }) => layers.length > 0) ?? false
  return (
    <div className="grid gap-6 lg:grid-cols-[minmax(0,11fr)_minmax(0,9fr)]">
      <section ref={code} aria-labelledby="source" className="order-2 min-w-0 lg:order-1">
        <h2 id="source" className="mb-2 font-medium text-ui">
          Source
        </h2>
        <CodeView source={source} label="Source code" markedLine={line} className="max-h-[75vh]" />
      </section>
      <section aria-labelledby="run" className="order-1 min-w-0 lg:order-2">
        <h2 id="run" className="mb-2 flex items-center gap-2 font-medium text-ui">
          Run
          {isDemo && <Badge tone="outline">demo data: a recorded real grading</Badge>}
        </h2>
        {view === null ? (
          <p className="text-ink-3 text-ui">This submission has not been graded yet.</p>
        ) : (
          <Tabs defaultValue="result">
            <TabList aria-label="About this run">
              <Tab value="result">Result</Tab>
              {hasTelemetry && <Tab value="telemetry">Telemetry</Tab>}
              {view.report && <Tab value="passport">Passport</Tab>}
            </TabList>
            <TabPanel value="result" className="pt-4">
              <RunReport view={view} bars={bars} byHand={byHand} connection={connection} onReveal={reveal} />
              {view.report?.metric.private != null && (
                <p className="mt-4 text-ink-3 text-xs">
                  You see the private score because you teach this course. Students see it once the assignment closes.
                </p>
              )}
            </TabPanel>
            <TabPanel value="telemetry" className="pt-4">
              <TelemetryTable curve={view.curve} />
            </TabPanel>
            <TabPanel value="passport" className="pt-4">
              {view.report && <Passport report={view.report} runId={view.runId} />}
            </TabPanel>
          </Tabs>
        )}
      </section>
    </div>
  )
}
