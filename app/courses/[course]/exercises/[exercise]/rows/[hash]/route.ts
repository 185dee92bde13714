import { viewerOf } from '#lib/access.ts'
import { openBlobStore } from '#lib/catalogue/blob-store.ts'
import { sizeOf } from '#lib/contract/rows.ts'
import { db } from '#lib/db.ts'
import { allows } from '#lib/domain/permissions.ts'
import { env } from '#lib/env.ts'
import { findCourseAccess } from '#lib/usecases/find-course-access.ts'
import { findTrainBlock } from '#lib/usecases/find-train-block.ts'

interface Context {
  params: Promise<{ course: string; exercise: string; hash: string }>
}

/** Training rows of an exercise as float32: permission `train-rows:read`; 404 for everybody and everything else. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { course, exercise, hash } = await params
  const viewer = await viewerOf(request)
  const access = viewer && (await findCourseAccess(db, viewer, course))
  if (!access || !allows('train-rows:read', access.role)) return new Response(null, { status: 404 })
  const { role } = access
  const block = await findTrainBlock(db, { courseId: access.course.id, slug: exercise, hash, role, now: new Date() })
  if (!block) return new Response(null, { status: 404 })
  const bytes = await openBlobStore(env().GRADUS_DATA).get(block.sha256)
  return new Response(new Uint8Array(bytes.subarray(0, sizeOf(block.shape) * 4)), {
    headers: {
      'Content-Type': 'application/octet-stream',
      // What lies under a hash never changes; what an exercise takes of it can, and then the page says so by its shape.
      'Cache-Control': 'private, max-age=86400',
    },
  })
}
