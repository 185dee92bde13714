import { ChevronLeft, Trophy } from 'lucide-react'
import type { Route } from 'next'
import Link from 'next/link'
import { formatDateTime, formatNumberOf } from '#app/components/format.ts'
import { RelativeTime } from '#app/components/relative-time.tsx'
import { Badge } from '#app/components/ui/badge.tsx'
import { Button } from '#app/components/ui/button.tsx'
import type { Attempts } from '#lib/usecases/read-attempts.ts'
import type { ExercisePage } from '#lib/usecases/read-exercise-page.ts'

interface Props {
  page: ExercisePage
  attempts: Attempts
  course: { slug: string; title: string; timeZone: string }
  now: Date
}

/** One line over the three parts: where this is, until when, and how many tries are left. */
export function ExerciseHeader({ page: { assignment, exercise }, attempts, course, now }: Props) {
  const home = `/courses/${course.slug}` as Route
  return (
    <header className="flex min-h-12 flex-wrap items-center gap-x-4 gap-y-1 border-line border-b px-4 py-2">
      <div className="flex min-w-0 items-center gap-2">
        <Button asChild variant="ghost" size="icon" className="-ml-2">
          <Link href={home} aria-label={`Back to ${course.title}`}>
            <ChevronLeft aria-hidden />
          </Link>
        </Button>
        <h1 className="truncate font-semibold text-base tracking-[-0.01em]">{exercise.title}</h1>
        <span className="hidden shrink-0 text-ink-3 text-ui md:inline">Module {exercise.module}</span>
      </div>
      <div className="tnum ml-auto flex flex-wrap items-center gap-x-4 gap-y-1 text-ink-2 text-ui">
        {assignment.opening === 'closed' ? (
          <Badge>Closed {formatDateTime(assignment.closesAt, course.timeZone)}</Badge>
        ) : assignment.dueAt <= now ? (
          <span>
            <Badge tone="warn">Late</Badge>
            <span className="ml-2 text-ink-3">
              {Math.round(assignment.latePenaltyPerDay * 100)} % less a day, closes{' '}
              {formatDateTime(assignment.closesAt, course.timeZone)}
            </span>
          </span>
        ) : (
          <span>
            due {formatDateTime(assignment.dueAt, course.timeZone)}
            <span className="text-ink-3">
              {' · '}
              <RelativeTime at={assignment.dueAt} now={now} />
            </span>
          </span>
        )}
        {assignment.requiresGpu && (
          <span title="A worker with a GPU grades it; others leave it waiting.">Graded on a GPU</span>
        )}
        {assignment.opening === 'open' && attempts.isPaused && <Badge tone="warn">Paused</Badge>}
        {assignment.opening === 'open' && !attempts.isPaused && (
          <span>
            {attempts.left} of {formatNumberOf(assignment.attemptsPerDay, 'attempt')} left today
          </span>
        )}
        <Button asChild size="sm">
          <Link href={`${home}/exercises/${assignment.slug}/board` as Route}>
            <Trophy aria-hidden />
            Board
          </Link>
        </Button>
      </div>
    </header>
  )
}
