import { CircleAlert, RotateCcw } from 'lucide-react'
import type { RunError } from '#lib/contract/report.ts'
import { faultOf, findVerdict } from '#lib/domain/verdict.ts'
import { InlineMarkdown } from '../inline-markdown.tsx'
import { verdictWords } from '../state-badge.tsx'
import { Button } from '../ui/button.tsx'

interface Props {
  verdict: string | null
  error: RunError | undefined
  /** Nothing is taken at the moment, so nobody is told to submit again. */
  paused?: boolean | undefined
  /** Leads to the line in the editor, where there is one. */
  onReveal?: (line: number, column?: number) => void
}

/** What went wrong, whose fault it is, where, and the next step. */
export function RunFault({ verdict: word, error, paused, onReveal }: Props) {
  const verdict = findVerdict(word)
  if (!verdict || verdict === 'scored') return null
  if (faultOf(verdict) === 'platform') {
    return (
      <div className="flex gap-2.5 rounded-md bg-warn-soft px-3.5 py-3 text-ui">
        <RotateCcw aria-hidden className="mt-0.5 size-4 shrink-0 text-warn" />
        <div>
          <p className="font-medium">Our grader failed, and your attempt was given back</p>
          <p className="mt-0.5 text-ink-2">
            Your code is not at fault and it is kept.{' '}
            {paused
              ? 'The exercise is paused until its data is mended; your instructor sees that it is. Submit again then.'
              : 'Submit again; if it fails again, tell your instructor.'}
          </p>
        </div>
      </div>
    )
  }
  const line = error?.line
  return (
    <div className="grid gap-2 rounded-md bg-bad-soft px-3.5 py-3 text-ui">
      <div className="flex items-start gap-2.5">
        <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-bad" />
        <div className="min-w-0 flex-1">
          <p className="font-medium">
            {verdictWords(verdict)}
            {line && <span className="tnum text-ink-2"> at line {line}</span>}
          </p>
          {error && <p className="mt-1 whitespace-pre-wrap break-words font-mono text-xs leading-5">{error.message}</p>}
          {error?.hint && (
            <p className="mt-2 text-ink-2">
              <InlineMarkdown text={error.hint} />
            </p>
          )}
        </div>
        {line && onReveal && (
          <Button size="sm" onClick={() => onReveal(line, error.column)}>
            Go to line {line}
          </Button>
        )}
      </div>
    </div>
  )
}
