import { Pencil } from 'lucide-react'
import type { Route } from 'next'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { Crumbs } from '#app/components/crumbs.tsx'
import { PageBody } from '#app/components/page-body.tsx'
import { Badge } from '#app/components/ui/badge.tsx'
import { Button } from '#app/components/ui/button.tsx'
import { PageHeader } from '#app/components/ui/page-header.tsx'
import { requireCourse } from '#lib/access.ts'
import { CourseForm } from '../course-form.tsx'
import { CourseTabs } from './course-tabs.tsx'

type Props = { params: Promise<{ course: string }>; children: ReactNode }

export default async function AdminCourseLayout({ params, children }: Props) {
  const { course } = await requireCourse((await params).course, 'course:edit')
  return (
    <PageBody wide className="grid max-w-6xl gap-5">
      <PageHeader
        above={<Crumbs links={[{ href: '/admin/courses', label: 'Courses' }]} />}
        title={
          <>
            {course.title} {course.archivedAt && <Badge tone="warn">archived</Badge>}
          </>
        }
        lead={course.description || undefined}
        actions={
          <>
            <Button asChild>
              <Link href={`/courses/${course.slug}/cohort` as Route}>Cohort</Link>
            </Button>
            <CourseForm
              course={course}
              timeZones={Intl.supportedValuesOf('timeZone')}
              trigger={
                <Button>
                  <Pencil aria-hidden />
                  Edit course
                </Button>
              }
            />
          </>
        }
      />
      <CourseTabs slug={course.slug} />
      {children}
    </PageBody>
  )
}
