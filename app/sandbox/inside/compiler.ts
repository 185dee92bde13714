import * as esbuild from 'esbuild-wasm'
import type { CompileReply, CompileRequest } from '#lib/contract/sandbox-protocol.ts'
import { transpileWith } from '#lib/learner/transpile-rules.ts'
import { compileCell } from './compile-cell.ts'

declare const self: {
  /** The address that the sandbox's files lie under. */
  base: string
  onmessage: (event: MessageEvent<CompileRequest>) => void
  postMessage(message: unknown): void
}

/** The compiling worker: TypeScript in, JavaScript out. Code that it gets is never run here. */
const ready = esbuild.initialize({ wasmURL: new URL('esbuild.wasm', self.base).href, worker: false })

async function compile({ as, source }: CompileRequest): Promise<CompileReply> {
  await ready
  if (as === 'cell') return compileCell(esbuild.transform, source)
  const result = await transpileWith(esbuild.transform, source)
  if (result.ok) return { ok: true, code: result.code, map: result.map, names: [] }
  const { ok: _, ...fault } = result
  return { ok: false, fault }
}

self.onmessage = async ({ data }) => {
  self.postMessage({ id: data.id, reply: await compile(data) })
}
