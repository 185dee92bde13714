import type { ReactNode } from 'react'
import { LessonLinks } from '#app/components/run/lesson-links.tsx'
import { requireCourse } from '#lib/access.ts'
import { allLessons } from '#lib/lessons.ts'

type Props = { params: Promise<{ course: string }>; children: ReactNode }

/**
 * Asked here as well as in each page: a page below a `loading.tsx` is decided about after the response has begun, when
 * its status is 200 for good. Strangers get a real 404, and nobody a real redirect, from here.
 */
export default async function CourseLayout({ params, children }: Props) {
  const { course } = await requireCourse((await params).course, 'course:read')
  const lessons = (await allLessons()).map(({ slug, title, exercises }) => ({ slug, title, exercises }))
  return (
    <LessonLinks courseSlug={course.slug} lessons={lessons}>
      {children}
    </LessonLinks>
  )
}
