import { BookOpen } from 'lucide-react'
import type { Route } from 'next'
import Link from 'next/link'
import type { LessonSummary } from '#lib/contract/lesson.ts'

/** What to read before a module's exercises. */
export function ModuleLessons({ lessons, home }: { lessons: readonly LessonSummary[]; home: string }) {
  if (lessons.length === 0) return null
  return (
    <ul aria-label="Lessons" className="mb-3 flex flex-wrap gap-x-5 gap-y-1">
      {lessons.map(({ slug, title, minutes }) => (
        <li key={slug} className="flex min-w-0 items-center gap-1.5 text-ui">
          <BookOpen aria-hidden className="size-3.5 shrink-0 text-ink-3" />
          <Link href={`${home}/lessons/${slug}` as Route} className="truncate rounded text-ink-2 hover:underline">
            {title}
          </Link>
          <span className="tnum whitespace-nowrap text-ink-3 text-xs">{minutes} min</span>
        </li>
      ))}
    </ul>
  )
}
