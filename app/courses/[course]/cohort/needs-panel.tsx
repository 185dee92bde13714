import { CircleCheck } from 'lucide-react'
import type { Route } from 'next'
import Link from 'next/link'
import { formatNumberOf } from '#app/components/format.ts'
import { InlineMarkdown } from '#app/components/inline-markdown.tsx'
import { PersonName } from '#app/components/person-name.tsx'
import { RelativeTime } from '#app/components/relative-time.tsx'
import { Badge, type BadgeTone } from '#app/components/ui/badge.tsx'
import type { Need } from '#lib/domain/needs.ts'
import type { CohortColumn, CohortNeed } from '#lib/usecases/read-cohort.ts'
import { NEED_WORDS } from './work-look.ts'

const TONES: Record<Need, BadgeTone> = { 'same-error': 'bad', stuck: 'warn', 'not-started': 'neutral' }
const PEOPLE_SHOWN = 7

interface Props {
  courseSlug: string
  /** The most pressing first. */
  needs: readonly CohortNeed[]
  assignments: readonly CohortColumn[]
  now: Date
}

/** Who to look at first, and why: a person once, with everything that is the matter. */
export function NeedsPanel({ courseSlug, needs, assignments, now }: Props) {
  const people = [...Map.groupBy(needs, ({ enrolmentId }) => enrolmentId).values()]
  const item = (own: readonly CohortNeed[]) => {
    const [first] = own
    if (!first) return null
    const slug = assignments.find(({ id }) => id === first.assignmentId)?.slug ?? ''
    const idle = own.filter(({ reason }) => reason === 'not-started')
    return (
      <li key={first.enrolmentId} className="relative grid gap-1 px-3.5 py-2.5 text-ui hover:bg-hover">
        <div className="flex items-baseline justify-between gap-2">
          <Link
            href={`/courses/${courseSlug}/cohort/${first.enrolmentId}#${slug}` as Route}
            className="rounded font-medium after:absolute after:inset-0"
          >
            <PersonName name={first.name} isDemo={first.isDemo} />
          </Link>
          <Badge tone={TONES[first.reason]}>{NEED_WORDS[first.reason]}</Badge>
        </div>
        {own
          .filter(({ reason }) => reason !== 'not-started')
          .map(({ assignmentId, title, attempts, trouble }) => (
            <p key={assignmentId} className="text-ink-2 text-xs">
              {title} · {formatNumberOf(attempts, 'attempt')}, no pass
              {trouble && (
                <span className="mt-0.5 line-clamp-2 block break-words text-ink-3">
                  <InlineMarkdown text={trouble} />
                </span>
              )}
            </p>
          ))}
        {idle[0] && (
          <p className="text-ink-2 text-xs">
            {idle.length === 1 ? idle[0].title : formatNumberOf(idle.length, 'exercise')} · not started, due{' '}
            <RelativeTime at={idle[0].dueAt} now={now} />
          </p>
        )}
      </li>
    )
  }
  return (
    <aside aria-labelledby="needs" className="min-w-0">
      <h2 id="needs" className="mb-2 font-medium text-ui">
        Who needs you
      </h2>
      {people.length === 0 ? (
        <p className="flex items-start gap-2 rounded-lg border border-line bg-surface px-3.5 py-3 text-ink-2 text-ui">
          <CircleCheck aria-hidden className="mt-0.5 size-4 shrink-0 text-good" />
          Nobody is stuck, and nobody has fallen behind with what is due within two days.
        </p>
      ) : (
        <div className="overflow-hidden rounded-lg border border-line bg-surface">
          <ul className="divide-y divide-line">{people.slice(0, PEOPLE_SHOWN).map(item)}</ul>
          {people.length > PEOPLE_SHOWN && (
            <details className="border-line border-t">
              <summary className="px-3.5 py-2 text-ink-2 text-ui hover:bg-hover">
                {people.length - PEOPLE_SHOWN} more
              </summary>
              <ul className="divide-y divide-line border-line border-t">{people.slice(PEOPLE_SHOWN).map(item)}</ul>
            </details>
          )}
        </div>
      )}
    </aside>
  )
}
