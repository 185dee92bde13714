import { version } from '@tensorflow/tfjs/package.json'
import { viewerOf } from '#lib/access.ts'
import { toNotebook } from '#lib/catalogue/notebook/to-notebook.ts'
import { db } from '#lib/db.ts'
import { allows } from '#lib/domain/permissions.ts'
import { env } from '#lib/env.ts'
import { findLesson } from '#lib/lessons.ts'
import { findCourseAccess } from '#lib/usecases/find-course-access.ts'

type Context = { params: Promise<{ course: string; lesson: string }> }

/** A lesson as a notebook file: permission `lesson:read`; 404 for everybody else. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { course, lesson: slug } = await params
  const viewer = await viewerOf(request)
  const access = viewer && (await findCourseAccess(db, viewer, course))
  const lesson = access && allows('lesson:read', access.role) ? await findLesson(slug) : null
  if (!lesson) return new Response(null, { status: 404 })
  const courseUrl = new URL(`/courses/${course}`, env().NEXTAUTH_URL ?? request.url).href
  return new Response(`${JSON.stringify(toNotebook(lesson, { courseUrl, tfjsVersion: version }), null, 1)}\n`, {
    headers: {
      'Content-Type': 'application/x-ipynb+json',
      'Content-Disposition': `attachment; filename="${lesson.slug}.ipynb"`,
      'Cache-Control': 'no-store',
    },
  })
}
