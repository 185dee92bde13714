import { BookOpen } from 'lucide-react'
import type { Route } from 'next'
import Link from 'next/link'
import type { LessonSummary } from '#lib/contract/lesson.ts'

/** The lessons that prepare for an exercise. */
export function LessonsBefore({ lessons, courseSlug }: { lessons: readonly LessonSummary[]; courseSlug: string }) {
  if (lessons.length === 0) return null
  return (
    <p className="mt-3 flex flex-wrap items-center gap-x-2 gap-y-1 text-ui">
      <BookOpen aria-hidden className="size-4 text-ink-3" />
      <span className="text-ink-3">{lessons.length === 1 ? 'Its lesson:' : 'Its lessons:'}</span>
      {lessons.map(({ slug, title }) => (
        <Link
          key={slug}
          href={`/courses/${courseSlug}/lessons/${slug}` as Route}
          className="rounded text-accent underline underline-offset-2"
        >
          {title}
        </Link>
      ))}
    </p>
  )
}
