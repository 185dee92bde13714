import { Plus, School } from 'lucide-react'
import type { Metadata, Route } from 'next'
import Link from 'next/link'
import { archiveCourseAction } from '#app/actions/admin/archive-course.ts'
import { ConfirmAction } from '#app/components/confirm-action.tsx'
import { formatNumberOf } from '#app/components/format.ts'
import { PageBody } from '#app/components/page-body.tsx'
import { Badge } from '#app/components/ui/badge.tsx'
import { Button } from '#app/components/ui/button.tsx'
import { EmptyState } from '#app/components/ui/empty-state.tsx'
import { PageHeader } from '#app/components/ui/page-header.tsx'
import { Table, Td, Th } from '#app/components/ui/table.tsx'
import { requirePermission } from '#lib/access.ts'
import { db } from '#lib/db.ts'
import { listCourses } from '#lib/usecases/list-courses.ts'
import { CourseForm } from './course-form.tsx'

export const metadata: Metadata = { title: 'Courses' }

export default async function CoursesPage() {
  await requirePermission('course:edit')
  const courses = await listCourses(db)
  const running = courses.filter(({ archivedAt }) => archivedAt === null)
  const students = running.reduce((sum, course) => sum + course.students, 0)
  const add = (
    <CourseForm
      timeZones={Intl.supportedValuesOf('timeZone')}
      trigger={
        <Button variant="primary">
          <Plus aria-hidden />
          Add course
        </Button>
      }
    />
  )
  return (
    <PageBody className="grid gap-6">
      <PageHeader
        title="Courses"
        lead={`${formatNumberOf(running.length, 'course')} in use, with ${formatNumberOf(students, 'student')}.`}
        actions={courses.length > 0 && add}
      />
      {courses.length === 0 ? (
        <EmptyState icon={<School />} title="No courses yet" action={add}>
          A course holds assignments and the people who work on them. Add one, then enrol people in it.
        </EmptyState>
      ) : (
        <Table label="Courses">
          <thead>
            <tr>
              <Th className="sticky left-0 bg-bg">Course</Th>
              <Th numeric>Students</Th>
              <Th numeric>Instructors</Th>
              <Th numeric>Assignments</Th>
              <Th>Time zone</Th>
              <Th>
                <span className="sr-only">Actions</span>
              </Th>
            </tr>
          </thead>
          <tbody>
            {courses.map((course) => (
              <tr key={course.id} className="group">
                <Td className="sticky left-0 min-w-44 bg-bg">
                  <Link href={`/admin/courses/${course.slug}` as Route} className="rounded font-medium hover:underline">
                    {course.title}
                  </Link>
                  <div className="flex items-center gap-2 text-ink-3 text-xs">
                    <span className="font-mono">{course.slug}</span>
                    {course.archivedAt && <Badge tone="warn">archived</Badge>}
                  </div>
                </Td>
                <Td numeric>{course.students}</Td>
                <Td numeric>{course.instructors}</Td>
                <Td numeric>{course.assignments}</Td>
                <Td className="whitespace-nowrap text-ink-2">{course.timeZone}</Td>
                <Td className="whitespace-nowrap text-right">
                  <Archive course={course} />
                </Td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </PageBody>
  )
}

function Archive({ course }: { course: { id: string; title: string; archivedAt: Date | null } }) {
  const archived = course.archivedAt !== null
  return (
    <ConfirmAction
      action={archiveCourseAction}
      input={{ courseId: course.id, archived: !archived }}
      size="sm"
      variant="ghost"
      label={archived ? 'Bring back' : 'Archive'}
      aria-label={`${archived ? 'Bring back' : 'Archive'} ${course.title}`}
      title={archived ? `Bring back ${course.title}?` : `Archive ${course.title}?`}
      description={
        archived
          ? 'It appears again in the lists of everybody enrolled, and assignments that are open take submissions.'
          : 'It leaves everybody’s lists and takes no more submissions. Nothing in it is lost, and you can bring it back.'
      }
      confirm={archived ? 'Bring back' : 'Archive'}
      danger={!archived}
    />
  )
}
