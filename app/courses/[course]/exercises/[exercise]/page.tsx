import { Lock } from 'lucide-react'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { formatDateTime } from '#app/components/format.ts'
import { RelativeTime } from '#app/components/relative-time.tsx'
import { EmptyState } from '#app/components/ui/empty-state.tsx'
import { requireCourse } from '#lib/access.ts'
import { db } from '#lib/db.ts'
import { allLessons } from '#lib/lessons.ts'
import { findOwnSource } from '#lib/usecases/find-own-source.ts'
import { readAttempts } from '#lib/usecases/read-attempts.ts'
import { readExercisePage } from '#lib/usecases/read-exercise-page.ts'
import { readRunStream } from '#lib/usecases/read-run-stream.ts'
import type { SubmissionSummary } from '#lib/usecases/read-submission-history.ts'
import { ExerciseHeader } from './exercise-header.tsx'
import { LessonsBefore } from './text/lessons-before.tsx'
import { TaskText } from './text/task-text.tsx'
import { Workbench } from './workbench.tsx'

type Props = { params: Promise<{ course: string; exercise: string }> }

/** Title and page ask for the same; once a request. */
const load = cache(async (courseSlug: string, slug: string) => {
  const request = await requireCourse(courseSlug, 'exercise:read')
  const now = new Date()
  const page = await readExercisePage(db, {
    courseId: request.course.id,
    slug,
    enrolmentId: request.enrolment?.id ?? null,
    now,
  })
  if (!page) notFound()
  return { ...request, page, now }
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { course, exercise } = await params
  return { title: (await load(course, exercise)).page.exercise.title }
}

export default async function ExerciseRoute({ params }: Props) {
  const slugs = await params
  const { course, enrolment, role, viewer, page, now } = await load(slugs.course, slugs.exercise)
  const { assignment, exercise, dataset, picture } = page
  const attempts = await readAttempts(db, {
    courseId: course.id,
    assignmentId: assignment.id,
    enrolmentId: enrolment?.id ?? null,
    timeZone: course.timeZone,
    now,
  })
  if (!attempts) notFound()
  if (assignment.opening === 'not-open' && role === 'student') {
    return (
      <>
        <ExerciseHeader page={page} attempts={attempts} course={course} now={now} />
        <div className="mx-auto w-full max-w-xl px-4 py-16">
          <EmptyState icon={<Lock />} title={`Opens ${formatDateTime(assignment.opensAt, course.timeZone)}`}>
            That is <RelativeTime at={assignment.opensAt} now={now} />. {exercise.objective}
          </EmptyState>
        </div>
      </>
    )
  }
  const isStaff = role !== 'student'
  const lessons = (await allLessons()).filter(({ exercises }) => exercises.includes(assignment.slug))
  return (
    <div className="flex min-h-0 flex-col h-[calc(100dvh-3rem)]">
      <Workbench
        key={assignment.id}
        course={{ slug: course.slug, title: course.title, timeZone: course.timeZone }}
        // The text has drawn it: the browser needs no second copy.
        page={{ ...page, picture: null }}
        enrolled={enrolment !== null}
        attempts={attempts}
        latest={await readLatest(attempts.submissions[0], { courseId: course.id, userId: viewer.userId, isStaff, now })}
        now={now}
        text={
          <TaskText
            exercise={exercise}
            dataset={dataset}
            picture={picture}
            courseSlug={course.slug}
            address={`/courses/${course.slug}/exercises/${assignment.slug}`}
            before={<LessonsBefore lessons={lessons} courseSlug={course.slug} />}
          />
        }
      />
    </div>
  )
}

/** The newest submission's run, so that a reload shows what was there before it. */
async function readLatest(
  newest: SubmissionSummary | undefined,
  { courseId, userId, isStaff, now }: { courseId: string; userId: string; isStaff: boolean; now: Date },
) {
  if (!newest) return null
  const [run, source] = await Promise.all([
    readRunStream(db, { runId: newest.runId, since: null, isStaff, now }),
    findOwnSource(db, { submissionId: newest.submissionId, courseId, userId }),
  ])
  return run && source !== null ? { run, source } : null
}
