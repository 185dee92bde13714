import { CircleCheck } from 'lucide-react'
import type { Route } from 'next'
import Link from 'next/link'
import { formatNumberOf } from '#app/components/format.ts'
import { PersonName } from '#app/components/person-name.tsx'
import { RelativeTime } from '#app/components/relative-time.tsx'
import { Badge, type BadgeTone } from '#app/components/ui/badge.tsx'
import type { Need } from '#lib/domain/needs.ts'
import type { CohortColumn, CohortNeed } from '#lib/usecases/read-cohort.ts'
import { NEED_WORDS } from './work-look.ts'

const TONES: Record<Need, BadgeTone> = { 'same-error': 'bad', stuck: 'warn', 'not-started': 'neutral' }
const SHOWN = 8

interface Props {
  courseSlug: string
  needs: readonly CohortNeed[]
  assignments: readonly CohortColumn[]
  now: Date
}

/** Who to look at first, and why. */
export function NeedsPanel({ courseSlug, needs, assignments, now }: Props) {
  const item = (need: CohortNeed) => {
    const slug = assignments.find(({ id }) => id === need.assignmentId)?.slug ?? ''
    return (
      <li
        key={`${need.enrolmentId} ${need.assignmentId}`}
        className="relative grid gap-0.5 px-3.5 py-2.5 text-ui hover:bg-hover"
      >
        <div className="flex items-baseline justify-between gap-2">
          <Link
            href={`/courses/${courseSlug}/cohort/${need.enrolmentId}#${slug}` as Route}
            className="rounded font-medium after:absolute after:inset-0"
          >
            <PersonName name={need.name} isDemo={need.isDemo} />
          </Link>
          <Badge tone={TONES[need.reason]}>{NEED_WORDS[need.reason]}</Badge>
        </div>
        <p className="text-ink-2 text-xs">
          {need.title} ·{' '}
          {need.reason === 'not-started' ? (
            <>
              due <RelativeTime at={need.dueAt} now={now} />
            </>
          ) : (
            `${formatNumberOf(need.attempts, 'attempt')}, no pass`
          )}
        </p>
        {need.trouble && <p className="line-clamp-2 text-ink-3 text-xs">{need.trouble}</p>}
      </li>
    )
  }
  return (
    <aside aria-labelledby="needs" className="min-w-0">
      <h2 id="needs" className="mb-2 font-medium text-ui">
        Who needs you
      </h2>
      {needs.length === 0 ? (
        <p className="flex items-start gap-2 rounded-lg border border-line bg-surface px-3.5 py-3 text-ink-2 text-ui">
          <CircleCheck aria-hidden className="mt-0.5 size-4 shrink-0 text-good" />
          Nobody is stuck, and everybody has started what is due within two days.
        </p>
      ) : (
        <div className="overflow-hidden rounded-lg border border-line bg-surface">
          <ul className="divide-y divide-line">{needs.slice(0, SHOWN).map(item)}</ul>
          {needs.length > SHOWN && (
            <details className="border-line border-t">
              <summary className="px-3.5 py-2 text-ink-2 text-ui hover:bg-hover">{needs.length - SHOWN} more</summary>
              <ul className="divide-y divide-line border-line border-t">{needs.slice(SHOWN).map(item)}</ul>
            </details>
          )}
        </div>
      )}
    </aside>
  )
}
