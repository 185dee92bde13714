import { Readable } from 'node:stream'
import { viewerOf } from '#lib/access.ts'
import { db } from '#lib/db.ts'
import { allows } from '#lib/domain/permissions.ts'
import { findCourseAccess } from '#lib/usecases/find-course-access.ts'
import { gradebookLines, readGradebook } from '#lib/usecases/read-gradebook.ts'
import { streamCsv } from '#lib/usecases/stream-csv.ts'

/** The gradebook as CSV: permission `gradebook:export`; 404 for everybody else. */
export async function GET(request: Request, { params }: { params: Promise<{ course: string }> }): Promise<Response> {
  const viewer = await viewerOf(request)
  const access = viewer && (await findCourseAccess(db, viewer, (await params).course))
  if (!access || !allows('gradebook:export', access.role)) return new Response(null, { status: 404 })
  const now = new Date()
  const lines = gradebookLines(await readGradebook(db, { courseId: access.course.id, now }))
  const name = `${access.course.slug}-gradebook-${now.toISOString().slice(0, 10)}.csv`
  // Node's type for a web stream is not the DOM's, though the object is.
  return new Response(Readable.toWeb(streamCsv(lines)) as ReadableStream, {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${name}"`,
      'Cache-Control': 'no-store',
    },
  })
}
