import { Download, Users } from 'lucide-react'
import type { Metadata } from 'next'
import { formatNumberOf } from '#app/components/format.ts'
import { PageBody } from '#app/components/page-body.tsx'
import { Button } from '#app/components/ui/button.tsx'
import { EmptyState } from '#app/components/ui/empty-state.tsx'
import { PageHeader } from '#app/components/ui/page-header.tsx'
import { requireCourse } from '#lib/access.ts'
import { db } from '#lib/db.ts'
import { readCohort } from '#lib/usecases/read-cohort.ts'
import { CohortGrid } from './cohort-grid.tsx'
import { NeedsPanel } from './needs-panel.tsx'
import { PausedNotice } from './paused-notice.tsx'

type Props = { params: Promise<{ course: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { course } = await requireCourse((await params).course, 'cohort:read')
  return { title: `Cohort · ${course.title}` }
}

export default async function CohortPage({ params }: Props) {
  const { course } = await requireCourse((await params).course, 'cohort:read')
  const now = new Date()
  const { assignments, students, needs } = await readCohort(db, { courseId: course.id, now })
  const needing = [...new Set(needs.map(({ enrolmentId }) => enrolmentId))]
  return (
    <PageBody wide className="grid gap-6">
      <PageHeader
        title="Cohort"
        lead={
          students.length === 0
            ? undefined
            : needing.length === 0
              ? `None of ${formatNumberOf(students.length, 'student')} needs you right now.`
              : `${needing.length} of ${formatNumberOf(students.length, 'student')} ${needing.length === 1 ? 'needs' : 'need'} you.`
        }
        actions={
          students.length > 0 && (
            <Button asChild>
              <a href={`/courses/${course.slug}/gradebook/csv`} download>
                <Download aria-hidden />
                Gradebook CSV
              </a>
            </Button>
          )
        }
      />
      <PausedNotice assignments={assignments} />
      {students.length === 0 ? (
        <EmptyState icon={<Users />} title="No students yet">
          Once an admin has enrolled them, each appears here with their work on every exercise.
        </EmptyState>
      ) : assignments.length === 0 ? (
        <EmptyState icon={<Users />} title="No assignments yet">
          {formatNumberOf(students.length, 'student is', 'students are')} waiting. An admin adds exercises with dates
          and points.
        </EmptyState>
      ) : (
        <div className="grid gap-6 xl:grid-cols-[minmax(0,1fr)_20rem]">
          {/* First in reading order and on a phone: it is the page's answer. */}
          <div className="xl:order-2">
            <NeedsPanel courseSlug={course.slug} needs={needs} assignments={assignments} now={now} />
          </div>
          <CohortGrid courseSlug={course.slug} cohort={{ assignments, students }} needing={needing} />
        </div>
      )}
    </PageBody>
  )
}
