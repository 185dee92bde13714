'use client'
import { ArrowLeft, RotateCcw } from 'lucide-react'
import { useEffect, useState } from 'react'
import { CodeView } from '#app/components/monaco/code-view.tsx'
import { RunReport } from '#app/components/run/run-report.tsx'
import { useRun } from '#app/components/run/use-run.ts'
import { Button } from '#app/components/ui/button.tsx'
import { ConfirmDialog } from '#app/components/ui/dialog.tsx'
import { Skeleton } from '#app/components/ui/skeleton.tsx'
import type { Bars } from '#lib/domain/bars.ts'
import type { SubmissionSummary } from '#lib/usecases/read-submission-history.ts'
import { readSource } from './read-source.ts'

interface Props {
  submission: SubmissionSummary
  courseSlug: string
  bars: Bars
  byHand: boolean
  onBack: () => void
  onRestore: (source: string) => void
  focusEditor: () => void
}

/** One submission of the past: its run and its code, and the way back into the editor. */
export function OpenedRun({ submission, courseSlug, bars, byHand, onBack, onRestore, focusEditor }: Props) {
  const { view } = useRun(submission.runId, null)
  const source = useSource(courseSlug, submission.submissionId)
  return (
    <div className="grid gap-5 [&>*]:min-w-0">
      <div className="flex items-center gap-2">
        <Button variant="ghost" size="icon" aria-label="Back to all submissions" onClick={onBack} className="-ml-2">
          <ArrowLeft aria-hidden />
        </Button>
        <h2 className="font-medium text-ui">Submission {submission.ordinal}</h2>
        {typeof source === 'string' && (
          <ConfirmDialog
            title="Put this code into the editor?"
            description="It replaces what is there now. Undo in the editor brings that back until you leave the page."
            confirm="Replace"
            onConfirm={() => onRestore(source)}
            focusAfter={focusEditor}
            trigger={
              <Button size="sm" className="ml-auto">
                <RotateCcw aria-hidden />
                Restore this code
              </Button>
            }
          />
        )}
      </div>
      {view ? (
        <RunReport view={view} bars={bars} byHand={byHand} />
      ) : (
        <>
          <Skeleton className="h-20" />
          <Skeleton className="h-40" />
        </>
      )}
      <section aria-label="Code">
        <h2 className="mb-2 font-medium text-ui">Code</h2>
        {source === undefined ? (
          <Skeleton className="h-48" />
        ) : source === null ? (
          <p className="text-ink-2 text-ui">The code could not be loaded. Open the submission again in a moment.</p>
        ) : (
          <CodeView
            source={source}
            label={`Code of submission ${submission.ordinal}`}
            markedLine={view?.report?.error?.line ?? null}
            className="max-h-[28rem]"
          />
        )}
      </section>
    </div>
  )
}

/** Undefined while it is on its way, null when it could not be had. */
function useSource(courseSlug: string, submissionId: string): string | null | undefined {
  const [source, setSource] = useState<string | null>()
  useEffect(() => {
    let current = true
    readSource({ courseSlug, submissionId })
      .then((answer) => current && setSource(answer?.data ?? null))
      .catch(() => current && setSource(null))
    return () => {
      current = false
    }
  }, [courseSlug, submissionId])
  return source
}
