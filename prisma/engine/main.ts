// Prisma's CLI downloads a native schema engine and speaks JSON-RPC with it over stdio. Where that server is out of
// reach nothing works, so this program stands in for it: the same engine in wasm, from the lock file.
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import { loadEngine, type SchemaEngine } from './load-engine.ts'

type Request = { id: number; method: string; params: unknown }
type EngineFailure = { message?: string; code?: string; meta?: unknown }

const APPLICATION_ERROR = 4466

async function answer(engine: SchemaEngine, { method, params }: Request) {
  try {
    const call = engine[method]
    if (!call) throw new Error(`the wasm schema engine has no method ${method}`)
    return { result: (await call.call(engine, params)) ?? null }
  } catch (error) {
    const { message = String(error), code = null, meta = null } = error as EngineFailure
    const data = { is_panic: false, message, meta, error_code: code }
    return { error: { code: APPLICATION_ERROR, message: 'An error happened. Check the data field for details.', data } }
  }
}

const { values, positionals } = parseArgs({
  strict: false,
  options: { datasource: { type: 'string' }, datamodels: { type: 'string', multiple: true } },
})

// `schema-engine cli can-connect-to-database` and the like: the database was made before, so the answer is yes.
if (!positionals.includes('cli')) {
  const { url } = JSON.parse(String(values.datasource ?? '{}')) as { url?: string }
  const engine = await loadEngine(url ?? '', (values.datamodels ?? []).map(String))
  for await (const line of createInterface({ input: process.stdin })) {
    const request: Request = JSON.parse(line)
    process.stdout.write(`${JSON.stringify({ jsonrpc: '2.0', id: request.id, ...(await answer(engine, request)) })}\n`)
  }
}
