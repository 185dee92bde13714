import { Check, X } from 'lucide-react'
import type { GradeReport } from '#lib/contract/report.ts'
import { cn } from '../cn.ts'
import { ReportPart } from './report-part.tsx'

/** The visible cases of a by-hand exercise, one by one. */
export function CasesList({ cases }: { cases: GradeReport['cases'] }) {
  const right = cases.filter(({ passed }) => passed).length
  return (
    <ReportPart title="Visible cases" note={`${right} of ${cases.length} right`}>
      <ul className="divide-y divide-line">
        {cases.map(({ fn, passed, message }, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: cases have no identity but their place
          <li key={i} className="grid grid-cols-[1.25rem_1fr] gap-x-2 py-1.5 text-ui">
            <span className={cn('mt-0.5', passed ? 'text-good' : 'text-bad')}>
              {passed ? <Check aria-hidden className="size-4" /> : <X aria-hidden className="size-4" />}
              <span className="sr-only">{passed ? 'Right' : 'Wrong'}</span>
            </span>
            <span className="min-w-0">
              <code className="font-mono text-xs">{fn}</code>
              {message && (
                <span className="mt-0.5 block whitespace-pre-wrap break-words text-ink-2 text-xs">{message}</span>
              )}
            </span>
          </li>
        ))}
      </ul>
    </ReportPart>
  )
}
