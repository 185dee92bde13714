import { viewerOf } from '#lib/access.ts'
import { db } from '#lib/db.ts'
import { runListener } from '#lib/listen.ts'
import { log } from '#lib/log.ts'
import { findRunAccess } from '#lib/usecases/find-run-access.ts'
import { hasHeardAll, readRunStream } from '#lib/usecases/read-run-stream.ts'
import { streamEvents } from './stream-events.ts'

export const dynamic = 'force-dynamic'

/** A run's changes as Server-Sent Events; see lib/contract/run-stream.ts. */
export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const { id } = await params
  const viewer = await viewerOf(request)
  if (!viewer) return new Response(null, { status: 401 })
  const access = await findRunAccess(db, viewer, id)
  if (!access) return new Response(null, { status: 404 })
  const since = request.headers.get('last-event-id')
  // Browsers come back after every end of a stream, unless they are told that there is no more.
  if (await hasHeardAll(db, id, since)) return new Response(null, { status: 204 })
  const body = streamEvents({
    since,
    subscribe: (listener) => runListener().subscribe(id, listener),
    read: (cursor) => readRunStream(db, { runId: id, since: cursor, isStaff: access.isStaff, now: new Date() }),
    onError: (error) => log('events').error({ runId: id, error: String(error) }, 'stream ended by an error'),
    signal: request.signal,
  })
  return new Response(body, {
    headers: {
      'Content-Type': 'text/event-stream',
      'Cache-Control': 'no-cache, no-transform',
      // nginx would otherwise hold events back until its buffer is full.
      'X-Accel-Buffering': 'no',
    },
  })
}
