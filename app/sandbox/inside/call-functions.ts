import type { RunnerEvent, RunnerRequest } from '#lib/contract/sandbox-protocol.ts'
import { faultReply, type RequestAnswerer } from '#lib/learner/answer-requests.ts'
import { sandboxFault } from './sandbox-fault.ts'

/** The way of a by-hand exercise: each case asked in turn. A case that throws is a wrong answer, and the next one is asked. */
export async function callFunctions(
  answerer: RequestAnswerer,
  request: Extract<RunnerRequest, { kind: 'call' }>,
  send: (event: RunnerEvent) => void,
): Promise<void> {
  const { solution, starter, slots, context, seed } = request
  const loaded = await answerer.answer({ kind: 'load', solution, starter, slots, context, seed }, new Uint8Array())
  if (loaded.header.kind !== 'loaded') throw new Error('not loaded')
  for (const message of loaded.header.notices) send({ kind: 'notice', message })
  send({ kind: 'phase', phase: 'scoring' })
  for (const { fn, args } of request.calls) {
    try {
      const { header } = await answerer.answer({ kind: 'call', fn, args }, new Uint8Array())
      if (header.kind !== 'returned') throw new Error('not returned')
      send({ kind: 'answer', answer: { ok: true, value: header.value, mutated: header.mutated } })
    } catch (error) {
      const fault = sandboxFault(faultReply(error))
      // A missing function can answer none.
      if (fault.verdict === 'contract_error') return send({ kind: 'fault', fault })
      send({ kind: 'answer', answer: { ok: false, fault } })
    }
  }
  send({ kind: 'done' })
}
