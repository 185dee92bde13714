import { viewerOf } from '#lib/access.ts'
import { openBlobStore } from '#lib/catalogue/blob-store.ts'
import { db } from '#lib/db.ts'
import { allows } from '#lib/domain/permissions.ts'
import { env } from '#lib/env.ts'
import { findCourseAccess } from '#lib/usecases/find-course-access.ts'
import { readOwnConvolution } from '#lib/usecases/read-own-convolution.ts'

type Context = { params: Promise<{ course: string; exercise: string }> }

/** The first convolution of the viewer's own best network: permission `exercise:read`; 404 for everybody else. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { course, exercise: slug } = await params
  const viewer = await viewerOf(request)
  const access = viewer && (await findCourseAccess(db, viewer, course))
  if (!access || !allows('exercise:read', access.role)) return new Response(null, { status: 404 })
  const own = await readOwnConvolution(db, openBlobStore(env().GRADUS_DATA), {
    courseId: access.course.id,
    slug,
    enrolmentId: access.enrolment?.id ?? null,
    now: new Date(),
  })
  return Response.json(own, { headers: { 'Cache-Control': 'no-store' } })
}
