import { viewerOf } from '#lib/access.ts'
import { FigureFile } from '#lib/contract/figure-file.ts'
import { db } from '#lib/db.ts'
import { allows } from '#lib/domain/permissions.ts'
import { findCourseAccess } from '#lib/usecases/find-course-access.ts'
import { readFigure } from '#lib/usecases/read-figure.ts'

interface Params {
  course: string
  exercise: string
  figure: string
}

/** A picture of an exercise's text: permission `exercise:read`; 404 for everybody else. */
export async function GET(request: Request, { params }: { params: Promise<Params> }): Promise<Response> {
  const { course, exercise, figure } = await params
  const missing = () => new Response(null, { status: 404 })
  const viewer = await viewerOf(request)
  const access = viewer && (await findCourseAccess(db, viewer, course))
  if (!access || !allows('exercise:read', access.role) || !FigureFile.safeParse(figure).success) return missing()
  const svg = await readFigure(db, {
    courseId: access.course.id,
    slug: exercise,
    name: figure,
    isStaff: access.role !== 'student',
    now: new Date(),
  })
  if (svg === null) return missing()
  return new Response(svg, {
    headers: {
      'Content-Type': 'image/svg+xml; charset=utf-8',
      // A picture and nothing else, also for who opens it by its own address.
      'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'private, max-age=300',
    },
  })
}
