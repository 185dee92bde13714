import {
  type CompileReply,
  type FromFrame,
  type RunnerEvent,
  ToFrame,
  transfersOf,
} from '#lib/contract/sandbox-protocol.ts'

/**
 * The frame's own program. The page talks to it and it talks to two workers: one compiles and never sees a learner's code
 * run; the other runs it, and is thrown away when it has to be stopped. A spare runner is started before it is needed.
 */

/** A training tells ten steps a second and its console is capped: more than this is no output that anybody reads. */
const MAX_EVENTS_A_SECOND = 600

const base = new URL('.', location.href).href

/** A worker of an opaque origin can only be made of a blob; what it loads is checked against the frame's policy. */
function startWorker(file: string, libraries: readonly string[] = []): Worker {
  const scripts = [...libraries.map((name) => new URL(`../tfjs/${name}`, base).href), new URL(file, base).href]
  const text = `self.base = ${JSON.stringify(base)}; importScripts(${scripts.map((url) => JSON.stringify(url)).join(', ')})`
  return new Worker(URL.createObjectURL(new Blob([text], { type: 'text/javascript' })))
}

const tell = (message: FromFrame) => parent.postMessage(message, '*')

const compiler = startWorker('compiler.js')
compiler.onmessage = ({ data }: MessageEvent<{ id: number; reply: CompileReply }>) =>
  tell({ kind: 'compiled', ...data })

let runner = startRunner()
/** What the runner is at. */
let current = 0

function startRunner(): Worker {
  const worker = startWorker('runner.js', ['tf.min.js', 'tf-backend-wasm.min.js'])
  let second = 0
  let events = 0
  worker.onmessage = ({ data }: MessageEvent<RunnerEvent>) => {
    // Told after its end: what a terminated worker had already sent still arrives.
    if (worker !== runner) return
    const now = Math.floor(performance.now() / 1000)
    events = now === second ? events + 1 : 1
    second = now
    if (events > MAX_EVENTS_A_SECOND) return end('flood')
    // The page parses it.
    tell({ kind: 'event', id: current, event: data })
  }
  worker.onerror = (event) => {
    event.preventDefault()
    if (worker === runner) end('crash')
  }
  return worker
}

function renew(): void {
  runner.terminate()
  runner = startRunner()
}

function end(reason: 'flood' | 'crash'): void {
  renew()
  tell({ kind: 'ended', id: current, reason })
}

addEventListener('message', ({ data, source }) => {
  if (source !== parent) return
  const message = ToFrame.parse(data)
  switch (message.kind) {
    case 'compile':
      return compiler.postMessage(message.request)
    case 'renew':
      return renew()
    case 'run': {
      current = message.id
      return runner.postMessage(message.request, transfersOf(message.request))
    }
    default:
      return message satisfies never
  }
})

tell({ kind: 'ready' })
