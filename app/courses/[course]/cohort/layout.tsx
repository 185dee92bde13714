import type { ReactNode } from 'react'
import { requireCourse } from '#lib/access.ts'

type Props = { params: Promise<{ course: string }>; children: ReactNode }

/** Decided before the page's skeleton is sent, so that a student gets a real 404. */
export default async function CohortLayout({ params, children }: Props) {
  await requireCourse((await params).course, 'cohort:read')
  return children
}
