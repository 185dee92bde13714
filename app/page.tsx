import { GraduationCap } from 'lucide-react'
import type { Metadata, Route } from 'next'
import Link from 'next/link'
import { redirect } from 'next/navigation'
import { formatDateTime, formatNumberOf } from '#app/components/format.ts'
import { PageBody } from '#app/components/page-body.tsx'
import { RelativeTime } from '#app/components/relative-time.tsx'
import { Badge } from '#app/components/ui/badge.tsx'
import { Button } from '#app/components/ui/button.tsx'
import { EmptyState } from '#app/components/ui/empty-state.tsx'
import { PageHeader } from '#app/components/ui/page-header.tsx'
import { requireViewer } from '#lib/access.ts'
import { db } from '#lib/db.ts'
import { readMyCourses } from '#lib/usecases/read-my-courses.ts'

export const metadata: Metadata = { title: 'My courses' }

export default async function HomePage() {
  const viewer = await requireViewer()
  const now = new Date()
  const courses = await readMyCourses(db, { userId: viewer.userId, now })
  const only = courses.length === 1 && !viewer.isAdmin ? courses[0] : undefined
  if (only) redirect(`/courses/${only.slug}` as Route)
  return (
    <PageBody className="grid gap-6">
      <PageHeader title="My courses" />
      {courses.length === 0 ? (
        <EmptyState
          icon={<GraduationCap />}
          title="You are not in a course yet"
          action={
            viewer.isAdmin && (
              <Button asChild>
                <Link href={'/admin' as Route}>Go to administration</Link>
              </Button>
            )
          }
        >
          Ask your instructor to enrol you with {viewer.email ?? 'your e-mail address'}. The course then appears here.
        </EmptyState>
      ) : (
        <ul className="grid gap-3 sm:grid-cols-2">
          {courses.map(({ slug, title, description, role, exercises, nextDueAt, timeZone }) => (
            <li
              key={slug}
              className="relative grid grid-rows-[auto_1fr_auto] gap-2 rounded-lg border border-line bg-surface p-4 transition-colors duration-150 focus-within:border-line-strong hover:border-line-strong"
            >
              <div className="flex items-start justify-between gap-3">
                <h2 className="font-medium text-base leading-6">
                  <Link href={`/courses/${slug}` as Route} className="after:absolute after:inset-0 after:rounded-lg">
                    {title}
                  </Link>
                </h2>
                {role === 'instructor' && <Badge>Instructor</Badge>}
              </div>
              <p className="text-ink-2 text-ui">{description}</p>
              <p className="tnum text-ink-3 text-xs">
                {formatNumberOf(exercises.length, 'exercise')}
                {nextDueAt && (
                  <>
                    {' · next due '}
                    {formatDateTime(nextDueAt, timeZone)}, <RelativeTime at={nextDueAt} now={now} />
                  </>
                )}
              </p>
            </li>
          ))}
        </ul>
      )}
    </PageBody>
  )
}
