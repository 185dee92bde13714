import { Check, X } from 'lucide-react'
import type { CheckResult } from '#lib/contract/report.ts'
import { cn } from '../cn.ts'
import { formatPoints } from '../format.ts'
import { InlineMarkdown } from '../inline-markdown.tsx'

export function ChecksList({ checks }: { checks: readonly CheckResult[] }) {
  return (
    <ul className="divide-y divide-line">
      {checks.map(({ id, passed, level, what, feedback, points, maxPoints }) => (
        <li key={id} className="grid grid-cols-[1.25rem_1fr_auto] gap-x-2 py-2 text-ui first:pt-0 last:pb-0">
          <span className={cn('mt-0.5', passed ? 'text-good' : 'text-bad')}>
            {passed ? <Check aria-hidden className="size-4" /> : <X aria-hidden className="size-4" />}
            <span className="sr-only">{passed ? 'Passed' : 'Failed'}</span>
          </span>
          <div>
            <p className={passed ? 'text-ink-2' : 'font-medium'}>
              <InlineMarkdown text={what} />
              {level === 'must' && (
                <span className="ml-1.5 whitespace-nowrap font-normal text-ink-3 text-xs">must pass</span>
              )}
            </p>
            {!passed && feedback && (
              <p className="mt-0.5 text-ink-2">
                <InlineMarkdown text={feedback} />
              </p>
            )}
          </div>
          <span className="tnum text-ink-3 text-xs leading-5">
            {maxPoints > 0 ? `${formatPoints(points)} / ${formatPoints(maxPoints)}` : ''}
          </span>
        </li>
      ))}
    </ul>
  )
}
