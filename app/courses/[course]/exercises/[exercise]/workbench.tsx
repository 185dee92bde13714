'use client'
import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { toast } from 'sonner'
import { RunReport } from '#app/components/run/run-report.tsx'
import { justQueued } from '#app/components/run/run-view.ts'
import { useRun } from '#app/components/run/use-run.ts'
import { EmptyState } from '#app/components/ui/empty-state.tsx'
import { Tab, TabList, TabPanel, Tabs } from '#app/components/ui/tabs.tsx'
import type { RunStreamMessage } from '#lib/contract/run-stream.ts'
import type { Attempts } from '#lib/usecases/read-attempts.ts'
import type { ExercisePage } from '#lib/usecases/read-exercise-page.ts'
import type { SubmissionSummary } from '#lib/usecases/read-submission-history.ts'
import { BrowserResult } from './browser/browser-result.tsx'
import { useBrowserRun } from './browser/use-browser-run.ts'
import { CodeEditor, type EditorHandle, type LineFault } from './editor/code-editor.tsx'
import { takeHandedOver } from './editor/hand-over.ts'
import { findKept, useDraft } from './editor/use-draft.ts'
import { EditorBar } from './editor-bar.tsx'
import { ExerciseHeader } from './exercise-header.tsx'
import { History } from './history.tsx'
import { OpenedRun } from './opened-run.tsx'
import { Shortcuts } from './shortcuts.tsx'
import { SplitPanes } from './split-panes.tsx'
import { useAttempts } from './use-attempts.ts'
import { type Submitted, useSubmit } from './use-submit.ts'

interface Props {
  course: { slug: string; title: string; timeZone: string }
  page: ExercisePage
  enrolled: boolean
  attempts: Attempts
  /** The newest submission's run as it stood when the page was made, and its code. */
  latest: { run: RunStreamMessage; source: string } | null
  now: Date
  /** The first part, made on the server. */
  text: ReactNode
}

const HANDED_OVER_TOAST_MS = 12_000

const withNewline = (source: string): string => (source.endsWith('\n') ? source : `${source}\n`)

export function Workbench({ course, page, enrolled, attempts: initialAttempts, latest, now, text }: Props) {
  const { assignment, exercise, draft } = page
  const editor = useRef<EditorHandle>(null)
  const [active, setActive] = useState('text')
  const [tab, setTab] = useState('result')
  const [opened, setOpened] = useState<SubmissionSummary | null>(null)
  const [shortcuts, setShortcuts] = useState(false)
  const [current, setCurrent] = useState<{ runId: string; source: string } | null>(
    latest && { runId: latest.run.runId, source: latest.source },
  )
  const { view, connection } = useRun(current?.runId ?? null, latest?.run ?? null)
  const { attempts, refresh } = useAttempts({
    courseSlug: course.slug,
    assignmentId: assignment.id,
    initial: initialAttempts,
  })
  const { state: draftState, change } = useDraft({
    courseSlug: course.slug,
    assignmentId: assignment.id,
    enrolled,
    savedAt: draft?.savedAt ?? null,
  })
  const starter = withNewline(exercise.starter)
  // Decided once: where the server makes the page anew, the editor holds what is newer than its draft.
  const [initial] = useState(withNewline(draft?.source ?? exercise.starter))
  const lockedNames = useMemo(
    () => exercise.slots.filter(({ mode }) => mode === 'locked').map(({ name }) => name),
    [exercise.slots],
  )
  const closed = assignment.opening !== 'open'
  const byHand = exercise.kind === 'functions'

  const { run: tried, start: startRun, stop: stopRun, running } = useBrowserRun({ courseSlug: course.slug, page })
  /** Which of the two the result shows: the one that was asked for last. */
  const [shown, setShown] = useState<'graded' | 'tried'>('graded')
  const runNow = useCallback(() => {
    if (!editor.current) return
    setShown('tried')
    setTab('result')
    setActive('result')
    void startRun(editor.current.getSource())
  }, [startRun])

  const onSubmitted = useCallback(
    ({ runId, source }: Submitted) => {
      setCurrent({ runId, source })
      setShown('graded')
      setTab('result')
      setActive('result')
      void refresh()
    },
    [refresh],
  )
  const { submit, pending } = useSubmit({ courseSlug: course.slug, assignmentId: assignment.id, onSubmitted })
  const canSubmit = enrolled && !closed && !attempts.isPaused
  const submitNow = useCallback(() => {
    if (canSubmit && editor.current) void submit(editor.current.getSource())
  }, [canSubmit, submit])

  // A fault of ours gives the attempt back.
  const finished = view?.state === 'finished'
  const wasRunning = useRef(false)
  useEffect(() => {
    if (finished && wasRunning.current) void refresh()
    wasRunning.current = view !== null && !finished
  }, [finished, view, refresh])

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const target = event.target instanceof Element ? event.target : null
      // The editor answers its own keys.
      if (target?.closest('.monaco-editor')) return
      const typing = target?.closest('input, textarea, select, [contenteditable=true]')
      if (event.key === '?' && !typing && !event.ctrlKey && !event.metaKey) setShortcuts(true)
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
        event.preventDefault()
        if (event.shiftKey) submitNow()
        else runNow()
      }
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [submitNow, runNow])

  // What was typed offline and never arrived comes back into the editor.
  const [kept, setKept] = useState<string | null>(null)
  useEffect(() => {
    const text = findKept(assignment.id)
    if (text !== null && text !== initial) setKept(text)
  }, [assignment.id, initial])
  const [ready, setReady] = useState(false)
  const onReady = useCallback(() => setReady(true), [])
  useEffect(() => {
    if (kept === null || !ready) return
    editor.current?.replaceSource(kept)
    setKept(null)
    toast('Text that had not reached the server was put back into the editor.')
  }, [kept, ready])

  // A network from the playground: an edit like any other, so that Undo brings back what was there.
  useEffect(() => {
    const source = ready ? takeHandedOver(assignment.id) : null
    const instance = editor.current
    if (source === null || !instance) return
    const before = instance.getSource()
    instance.replaceSource(source)
    setActive('code')
    toast('The network from the playground is in the editor.', {
      duration: HANDED_OVER_TOAST_MS,
      action: { label: 'Undo', onClick: () => editor.current?.replaceSource(before) },
    })
  }, [assignment.id, ready])

  const showsTried = shown === 'tried' && tried !== null
  const error = showsTried ? tried.error : view?.report?.error
  const source = showsTried ? tried.source : current?.source
  const fault = useMemo<LineFault | null>(() => {
    if (!error?.line || source === undefined) return null
    const line = source.split('\n')[error.line - 1]
    return line === undefined
      ? null
      : { line: error.line, column: error.column ?? null, message: error.message, text: line.replace(/\r$/, '') }
  }, [error, source])

  const reveal = useCallback((line: number, column?: number) => {
    setActive('code')
    // Once the pane is shown: a hidden editor cannot scroll.
    requestAnimationFrame(() => editor.current?.reveal(line, column))
  }, [])

  const code = (
    <>
      <div className="min-h-0 flex-1">
        <CodeEditor
          ref={editor}
          name={assignment.id}
          initial={initial}
          starter={starter}
          lockedNames={lockedNames}
          fault={fault}
          onChange={change}
          onRun={runNow}
          onSubmit={submitNow}
          onReady={onReady}
        />
      </div>
      <EditorBar
        draftState={draftState}
        timeZone={course.timeZone}
        enrolled={enrolled}
        opening={assignment.opening}
        attempts={attempts}
        running={running}
        onRun={runNow}
        submitting={pending}
        onSubmit={canSubmit ? submitNow : null}
        onReset={() => editor.current?.replaceSource(starter)}
        focusEditor={() => editor.current?.focus()}
        onShortcuts={() => setShortcuts(true)}
      />
    </>
  )

  const result = (
    <Tabs value={tab} onValueChange={setTab} className="flex min-h-0 flex-1 flex-col">
      <TabList aria-label="Result" className="px-3">
        <Tab value="result">Result</Tab>
        <Tab value="runs">
          Runs <span className="tnum font-normal text-ink-3">{attempts.submissions.length}</span>
        </Tab>
      </TabList>
      <TabPanel value="result" className="min-h-0 flex-1 overflow-y-auto px-4 py-4">
        {showsTried ? (
          <BrowserResult
            run={tried}
            bars={exercise.bars}
            byHand={byHand}
            onStop={stopRun}
            onReveal={reveal}
            onShowGraded={current ? () => setShown('graded') : null}
          />
        ) : view || current ? (
          <RunReport
            view={view ?? justQueued(current?.runId ?? '')}
            bars={exercise.bars}
            byHand={byHand}
            paused={attempts.isPaused}
            connection={connection}
            onReveal={reveal}
          />
        ) : (
          <EmptyState title="No run yet">
            {canSubmit
              ? `Run what is in the editor to try it here. Submit it, and it is ${byHand ? 'checked case by case' : 'trained and scored on rows it never saw'}, and you watch it.`
              : 'Nothing was handed in here. You can run what is in the editor.'}
          </EmptyState>
        )}
      </TabPanel>
      <TabPanel value="runs" className="min-h-0 flex-1 overflow-y-auto px-4 py-4">
        {opened ? (
          <OpenedRun
            key={opened.runId}
            submission={opened}
            courseSlug={course.slug}
            bars={exercise.bars}
            byHand={byHand}
            onBack={() => setOpened(null)}
            focusEditor={() => editor.current?.focus()}
            onRestore={(source) => {
              editor.current?.replaceSource(withNewline(source))
              setActive('code')
            }}
          />
        ) : (
          <History
            submissions={attempts.submissions}
            bars={exercise.bars}
            timeZone={course.timeZone}
            now={attempts.readAt}
            onOpen={setOpened}
          />
        )}
      </TabPanel>
    </Tabs>
  )

  return (
    <>
      <ExerciseHeader page={page} attempts={attempts} course={course} now={now} />
      <SplitPanes
        active={active}
        onActivate={setActive}
        storageKey="gradus:panes"
        panes={[
          { id: 'text', label: 'Text', content: <div className="min-h-0 flex-1 overflow-y-auto">{text}</div> },
          { id: 'code', label: 'Code', content: code },
          { id: 'result', label: 'Result', content: result },
        ]}
      />
      <Shortcuts open={shortcuts} onOpenChange={setShortcuts} />
    </>
  )
}
