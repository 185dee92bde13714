import { BookOpen } from 'lucide-react'
import type { Metadata, Route } from 'next'
import Link from 'next/link'
import { formatNumberOf } from '#app/components/format.ts'
import { PageBody } from '#app/components/page-body.tsx'
import { Button } from '#app/components/ui/button.tsx'
import { EmptyState } from '#app/components/ui/empty-state.tsx'
import { PageHeader } from '#app/components/ui/page-header.tsx'
import { requireCourse } from '#lib/access.ts'
import { db } from '#lib/db.ts'
import { moduleTitle } from '#lib/domain/module-titles.ts'
import { allows } from '#lib/domain/permissions.ts'
import { readingOrder } from '#lib/domain/reading-order.ts'
import { allLessons } from '#lib/lessons.ts'
import { readCourseHome } from '#lib/usecases/read-course-home.ts'
import { ExerciseRow, LessonRow } from './reading-row.tsx'

type Props = { params: Promise<{ course: string }> }

export const metadata: Metadata = { title: 'Lessons' }

export default async function LessonsPage({ params }: Props) {
  const { course, enrolment, role } = await requireCourse((await params).course, 'lesson:read')
  const [lessons, tiles] = await Promise.all([
    allLessons(),
    readCourseHome(db, { courseId: course.id, enrolmentId: enrolment?.id ?? null, now: new Date() }),
  ])
  const passed = tiles.filter(({ state }) => state.kind === 'scored' && state.passed).length
  const minutes = lessons.reduce((sum, lesson) => sum + lesson.minutes, 0)
  const home = `/courses/${course.slug}`

  return (
    <PageBody className="grid gap-8">
      <PageHeader
        title="Lessons"
        lead={
          <>
            The week in reading order: a lesson, then the exercises it prepares for.{' '}
            <span className="tnum">
              {formatNumberOf(lessons.length, 'lesson')}, about {Math.round(minutes / 60)} hours of reading; {passed} of{' '}
              {formatNumberOf(tiles.length, 'exercise')} passed.
            </span>
          </>
        }
        actions={
          <>
            <Button asChild variant="ghost">
              <Link href={`${home}/datasets` as Route}>Datasets</Link>
            </Button>
            {allows('figures:read', role) && (
              <Button asChild variant="ghost">
                <Link href={`${home}/figures` as Route}>Figures for lessons</Link>
              </Button>
            )}
          </>
        }
      />
      {lessons.length === 0 ? (
        <EmptyState icon={<BookOpen />} title="No lessons yet">
          This installation has none. The exercises of the course are on its first page.
        </EmptyState>
      ) : (
        <div>
          {readingOrder(lessons, tiles).map(({ module, items }) => (
            <section key={module} aria-labelledby={`module-${module}`} className="group relative pb-8 sm:pl-10">
              <span
                aria-hidden
                className="absolute top-3 bottom-0 left-[11px] hidden w-px bg-line group-last:hidden sm:block"
              />
              <span
                aria-hidden
                className="tnum absolute top-0 left-0 hidden size-6 place-items-center rounded-full border border-line-strong bg-bg font-medium text-2xs text-ink-2 sm:grid"
              >
                {module}
              </span>
              <h2 id={`module-${module}`} className="mb-2 flex items-baseline gap-2 text-ui">
                <span className="text-ink-3">Module {module}</span>
                <span className="font-medium">{moduleTitle(module)}</span>
              </h2>
              <ol className="divide-y divide-line border-line border-y">
                {items.map((item) =>
                  item.kind === 'lesson' ? (
                    <LessonRow key={item.lesson.slug} lesson={item.lesson} home={home} />
                  ) : (
                    <ExerciseRow key={item.exercise.slug} tile={item.exercise} home={home} />
                  ),
                )}
              </ol>
            </section>
          ))}
        </div>
      )}
    </PageBody>
  )
}
