import { viewerOf } from '#lib/access.ts'
import { db } from '#lib/db.ts'
import { findRunAccess } from '#lib/usecases/find-run-access.ts'
import { readRunStream } from '#lib/usecases/read-run-stream.ts'

/** What the event stream tells, for who cannot hold one open: `?since=<cursor>`; 204 when nothing has changed. */
export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const { id } = await params
  const viewer = await viewerOf(request)
  if (!viewer) return new Response(null, { status: 401 })
  const access = await findRunAccess(db, viewer, id)
  if (!access) return new Response(null, { status: 404 })
  const since = new URL(request.url).searchParams.get('since')
  const message = await readRunStream(db, { runId: id, since, isStaff: access.isStaff, now: new Date() })
  const headers = { 'Cache-Control': 'no-store' }
  return message ? Response.json(message, { headers }) : new Response(null, { status: 204, headers })
}
