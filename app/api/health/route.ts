import { db } from '#lib/db.ts'

export const dynamic = 'force-dynamic'

/** For load balancers and start scripts: 200 when the database answers and is migrated, 503 otherwise. */
export async function GET(): Promise<Response> {
  const headers = { 'Cache-Control': 'no-store' }
  try {
    await db.course.findFirst({ select: { id: true } })
    return Response.json({ ok: true }, { headers })
  } catch {
    return Response.json({ ok: false, reason: 'database' }, { status: 503, headers })
  }
}
