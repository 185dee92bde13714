import { viewerOf } from '#lib/access.ts'
import { openBlobStore } from '#lib/catalogue/blob-store.ts'
import { isModelFormat, modelFileName } from '#lib/contract/model-file.ts'
import { db } from '#lib/db.ts'
import { env } from '#lib/env.ts'
import { ModelError } from '#lib/keras/model-error.ts'
import { findRunAccess } from '#lib/usecases/find-run-access.ts'
import { readRunModel } from '#lib/usecases/read-run-model.ts'
import { makeModelFile } from './make-model-file.ts'

type Context = { params: Promise<{ id: string; format: string }> }

/** The trained model of a run as a file: permission `run:read`; 404 for everybody else. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { id, format } = await params
  const viewer = await viewerOf(request)
  if (!viewer) return new Response(null, { status: 401 })
  if (!isModelFormat(format) || !(await findRunAccess(db, viewer, id))) return new Response(null, { status: 404 })
  const model = await readRunModel(db, openBlobStore(env().GRADUS_DATA), id)
  if (model.state === 'no-model') return say(409, 'This run has no trained model.')
  if (model.state === 'not-kept')
    return say(410, 'The weights of this run are no longer kept. Submit the same code again for the same model.')
  try {
    const bytes = await makeModelFile(model, format, new Date())
    return new Response(new Uint8Array(bytes), {
      headers: {
        'Content-Type': format === 'keras' ? 'application/octet-stream' : 'application/zip',
        'Content-Disposition': `attachment; filename="${modelFileName(model.exercise, id, format)}"`,
        'Cache-Control': 'no-store',
      },
    })
  } catch (error) {
    if (error instanceof ModelError) return say(422, error.message)
    throw error
  }
}

/** In place of the file, for whoever followed the link. */
const say = (status: number, text: string): Response =>
  new Response(`${text}\n`, {
    status,
    headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' },
  })
