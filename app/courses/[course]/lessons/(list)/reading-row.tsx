import { BookOpen, SquareTerminal } from 'lucide-react'
import type { Route } from 'next'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { formatScore, metricWord } from '#app/components/format.ts'
import { StateBadge } from '#app/components/state-badge.tsx'
import type { LessonSummary } from '#lib/contract/lesson.ts'
import type { ExerciseTile } from '#lib/usecases/read-course-home.ts'

export function LessonRow({ lesson, home }: { lesson: LessonSummary; home: string }) {
  return (
    <Row
      icon={<BookOpen aria-hidden className="size-4 text-accent" />}
      kind="Lesson"
      href={`${home}/lessons/${lesson.slug}`}
      title={lesson.title}
      about={lesson.objective}
      minutes={lesson.minutes}
      strong
    />
  )
}

export function ExerciseRow({ tile, home }: { tile: ExerciseTile; home: string }) {
  const { state, score, bars } = tile
  return (
    <Row
      icon={<SquareTerminal aria-hidden className="size-4 text-ink-3" />}
      kind="Exercise"
      href={`${home}/exercises/${tile.slug}`}
      title={tile.title}
      about={tile.objective}
      minutes={tile.minutes}
    >
      {score !== null && (
        <span className="tnum text-ink-2 text-ui">
          {formatScore(bars.metric, score)}
          <span className="ml-1 text-ink-3 text-xs">{metricWord(bars.metric).toLowerCase()}</span>
        </span>
      )}
      <StateBadge state={state} />
    </Row>
  )
}

interface Props {
  icon: ReactNode
  kind: string
  href: string
  title: string
  about: string
  minutes: number
  strong?: boolean
  children?: ReactNode
}

function Row({ icon, kind, href, title, about, minutes, strong = false, children }: Props) {
  return (
    <li className="relative grid grid-cols-[1.25rem_minmax(0,1fr)] gap-x-2.5 gap-y-1 py-2.5 transition-colors duration-150 hover:bg-hover sm:grid-cols-[1.25rem_minmax(0,1fr)_auto] sm:px-2">
      <span className="grid h-6 place-items-center">
        {icon}
        <span className="sr-only">{kind}:</span>
      </span>
      <div className="min-w-0">
        <Link
          href={href as Route}
          className={`rounded text-base after:absolute after:inset-0 ${strong ? 'font-medium' : ''}`}
        >
          {title}
        </Link>
        <p className="text-pretty text-ink-3 text-ui">{about}</p>
      </div>
      <div className="col-start-2 flex flex-wrap items-center gap-x-3 gap-y-1 sm:col-start-3 sm:row-start-1 sm:h-6 sm:justify-end">
        {children}
        <span className="tnum min-w-14 text-ink-3 text-xs sm:text-right">{minutes} min</span>
      </div>
    </li>
  )
}
