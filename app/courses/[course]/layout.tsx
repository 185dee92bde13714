import type { ReactNode } from 'react'
import { requireCourse } from '#lib/access.ts'

type Props = { params: Promise<{ course: string }>; children: ReactNode }

/**
 * Asked here as well as in each page: a page below a `loading.tsx` is decided about after the response has begun, when
 * its status is 200 for good. Strangers get a real 404, and nobody a real redirect, from here.
 */
export default async function CourseLayout({ params, children }: Props) {
  await requireCourse((await params).course, 'course:read')
  return children
}
