import { ArrowRight, BookOpen } from 'lucide-react'
import type { Metadata, Route } from 'next'
import Link from 'next/link'
import { formatDateTime, formatNumberOf, formatPoints } from '#app/components/format.ts'
import { PageBody } from '#app/components/page-body.tsx'
import { RelativeTime } from '#app/components/relative-time.tsx'
import { Button } from '#app/components/ui/button.tsx'
import { EmptyState } from '#app/components/ui/empty-state.tsx'
import { PageHeader } from '#app/components/ui/page-header.tsx'
import { Stat, StatRow } from '#app/components/ui/stat.tsx'
import { requireCourse } from '#lib/access.ts'
import { db } from '#lib/db.ts'
import { nextExercise } from '#lib/domain/exercise-state.ts'
import { moduleTitle } from '#lib/domain/module-titles.ts'
import { allLessons } from '#lib/lessons.ts'
import { readCourseHome } from '#lib/usecases/read-course-home.ts'
import { ExerciseTile } from './exercise-tile.tsx'
import { ModuleLessons } from './module-lessons.tsx'

type Props = { params: Promise<{ course: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { course } = await requireCourse((await params).course, 'course:read')
  return { title: course.title }
}

export default async function CoursePage({ params }: Props) {
  const { course, enrolment } = await requireCourse((await params).course, 'course:read')
  const now = new Date()
  const tiles = await readCourseHome(db, { courseId: course.id, enrolmentId: enrolment?.id ?? null, now })
  const lessons = await allLessons()
  const next = nextExercise(tiles)
  const hrefOf = (slug: string) => `/courses/${course.slug}/exercises/${slug}` as Route
  const points = tiles.reduce((sum, tile) => sum + tile.points, 0)
  const maxPoints = tiles.reduce((sum, tile) => sum + tile.maxPoints, 0)
  const passed = tiles.filter(({ state }) => state.kind === 'scored' && state.passed).length
  const nextDue = tiles
    .filter(
      ({ dueAt, opening, state }) => opening === 'open' && dueAt > now && !(state.kind === 'scored' && state.passed),
    )
    .toSorted((a, b) => a.dueAt.getTime() - b.dueAt.getTime())[0]
  // Module 0 is for reading: it is there from the first day, whatever was assigned.
  const modules = [...new Set([0, ...tiles.map(({ module }) => module)])]

  return (
    <PageBody className="grid gap-8">
      <PageHeader
        title={course.title}
        lead={course.description || undefined}
        actions={
          next && (
            <Button asChild variant="primary" size="lg" className="min-w-0 max-w-full shrink">
              <Link href={hrefOf(next.slug)}>
                <span className="truncate">
                  {next.touchedAt ? 'Continue' : 'Start'}: {next.title}
                </span>
                <ArrowRight aria-hidden />
              </Link>
            </Button>
          )
        }
      />
      {tiles.length === 0 ? (
        <EmptyState icon={<BookOpen />} title="No exercises yet">
          Your instructor has not assigned any. They will appear here, with their due dates.
        </EmptyState>
      ) : (
        <>
          <StatRow>
            <Stat label="Points" value={formatPoints(points)} note={`of ${formatPoints(maxPoints)}`} />
            <Stat label="Passed" value={passed} note={`of ${formatNumberOf(tiles.length, 'exercise')}`} />
            {nextDue ? (
              <Stat
                label="Next due"
                value={<RelativeTime at={nextDue.dueAt} now={now} />}
                note={`${nextDue.title} · ${formatDateTime(nextDue.dueAt, course.timeZone)}`}
                className="col-span-2"
              />
            ) : (
              <Stat label="Next due" value="Nothing" note="nothing open is left to pass" className="col-span-2" />
            )}
          </StatRow>
          <div>
            {modules.map((module) => (
              <section key={module} aria-labelledby={`module-${module}`} className="group relative pb-8 sm:pl-10">
                {/* The week as a line: each module a stop on it. */}
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
                <h2 id={`module-${module}`} className="mb-3 flex items-baseline gap-2 text-ui">
                  <span className="text-ink-3">Module {module}</span>
                  <span className="font-medium">{moduleTitle(module)}</span>
                </h2>
                <ModuleLessons
                  lessons={lessons.filter((lesson) => lesson.module === module)}
                  home={`/courses/${course.slug}`}
                />
                <ul className="grid grid-cols-[minmax(0,1fr)] gap-3 md:grid-cols-2">
                  {tiles
                    .filter((tile) => tile.module === module)
                    .map((tile) => (
                      <ExerciseTile
                        key={tile.slug}
                        tile={tile}
                        href={hrefOf(tile.slug)}
                        timeZone={course.timeZone}
                        now={now}
                      />
                    ))}
                </ul>
              </section>
            ))}
          </div>
        </>
      )}
    </PageBody>
  )
}
