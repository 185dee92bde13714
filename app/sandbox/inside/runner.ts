import type * as TF from '@tensorflow/tfjs'
import type { RunnerEvent, RunnerRequest } from '#lib/contract/sandbox-protocol.ts'
import { faultReply, RequestAnswerer } from '#lib/learner/answer-requests.ts'
import { captureConsole } from '#lib/learner/learner-console.ts'
import { callFunctions } from './call-functions.ts'
import { usableBackends } from './choose-backend.ts'
import { evaluateScript } from './evaluate-script.ts'
import { formatValues } from './format-value.ts'
import { CellSession } from './run-cell.ts'
import { sandboxFault } from './sandbox-fault.ts'
import { trainSolution } from './train-solution.ts'

declare const self: {
  /** The address that the sandbox's files lie under. */
  base: string
  /** Loaded before this program, by the frame. */
  tf: typeof TF & { wasm: { setWasmPaths(prefix: string): void } }
  onmessage: (event: MessageEvent<RunnerRequest>) => void
  postMessage(message: RunnerEvent): void
}

/** The worker that runs the learner's code. It holds nothing of anybody's: see docs/security.md. */
const { tf } = self
tf.wasm.setWasmPaths(new URL('../tfjs/', self.base).href)
// Held before any learner's code could replace it.
const post = self.postMessage.bind(self)
const send = (event: RunnerEvent): void => post(event)
let cells: CellSession | null = null

async function answer(request: RunnerRequest): Promise<void> {
  if (request.kind === 'cell') {
    if (!cells) {
      await tf.setBackend('cpu')
      cells = new CellSession(tf, send)
    }
    return cells.run(request)
  }
  await tf.setBackend('cpu')
  const learnerConsole = captureConsole(formatValues, (level, line) => send({ kind: 'console', level, line }))
  const answerer = new RequestAnswerer(
    tf,
    (text, filename) => evaluateScript(text, filename, tf),
    () => learnerConsole.cut(),
  )
  try {
    if (request.kind === 'call') await callFunctions(answerer, request, send)
    else await trainSolution(tf, answerer, request, usableBackends(), send)
  } catch (error) {
    send({ kind: 'fault', fault: sandboxFault(faultReply(error)) })
  }
}

self.onmessage = ({ data }) => void answer(data)
