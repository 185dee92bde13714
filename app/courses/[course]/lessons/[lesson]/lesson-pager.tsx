import { ArrowLeft, ArrowRight } from 'lucide-react'
import type { Route } from 'next'
import Link from 'next/link'
import type { LessonSummary } from '#lib/contract/lesson.ts'

interface Props {
  /** In the order of the course. */
  lessons: readonly LessonSummary[]
  current: string
  home: string
}

export function LessonPager({ lessons, current, home }: Props) {
  const at = lessons.findIndex(({ slug }) => slug === current)
  const previous = lessons[at - 1]
  const next = lessons[at + 1]
  return (
    <nav aria-label="Other lessons" className="grid gap-3 border-line border-t pt-5 sm:grid-cols-2">
      {previous && (
        <Link
          href={`${home}/lessons/${previous.slug}` as Route}
          rel="prev"
          className="rounded-md border border-line px-4 py-3 hover:border-line-strong"
        >
          <span className="flex items-center gap-1 text-ink-3 text-xs">
            <ArrowLeft aria-hidden className="size-3.5" /> Previous
          </span>
          <span className="font-medium text-base">{previous.title}</span>
        </Link>
      )}
      {next && (
        <Link
          href={`${home}/lessons/${next.slug}` as Route}
          rel="next"
          className="rounded-md border border-line px-4 py-3 hover:border-line-strong sm:col-start-2 sm:text-right"
        >
          <span className="flex items-center gap-1 text-ink-3 text-xs sm:justify-end">
            Next <ArrowRight aria-hidden className="size-3.5" />
          </span>
          <span className="font-medium text-base">{next.title}</span>
        </Link>
      )}
    </nav>
  )
}
