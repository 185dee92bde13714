import {
  type CompileReply,
  type CompileRequest,
  FromFrame,
  type RunnerEvent,
  type RunnerRequest,
  type SandboxFault,
  type ToFrame,
  transfersOf,
} from '#lib/contract/sandbox-protocol.ts'
import { NO_ANSWER } from '#lib/learner/no-answer.ts'

/**
 * How a request ended. `stopped`: by the person, or because the sandbox was closed. After a fault with `ended`, as after
 * `stopped`, the runner is gone with all that cells had declared.
 */
export type RunEnd = { kind: 'done' } | { kind: 'fault'; fault: SandboxFault; ended: boolean } | { kind: 'stopped' }

/** Everything of a run but its end. */
export type Progress = Exclude<RunnerEvent, { kind: 'done' | 'fault' }>

interface RunOptions {
  onEvent: (event: Progress) => void
  /** For so long the runner may say nothing at all; then it is ended. */
  silentSeconds: number
}

/** The frame did not start: a file is missing, or the browser forbids it. */
export class SandboxUnavailable extends Error {}

export interface Sandbox {
  compile(as: CompileRequest['as'], source: string): Promise<CompileReply>
  /** One at a time. What a cell declares stays until `stop`, or until a run was ended. */
  run(request: RunnerRequest, options: RunOptions): Promise<RunEnd>
  /** Ends what runs; a fresh runner takes its place. */
  stop(): void
  close(): void
}

const START_SECONDS = 30

const FLOOD: SandboxFault = {
  verdict: 'runtime_error',
  message: 'Your code printed far too much.',
  hint: 'Remove console output from loops.',
}
const CRASH: SandboxFault = {
  verdict: 'runtime_error',
  message: 'Your code ended the worker it runs in.',
  hint: 'Something failed outside of what was waited for, such as in a timer, or more memory was asked for than there is.',
}
const UNREADABLE: SandboxFault = {
  verdict: 'invalid_output',
  message: 'Your code answered with something that is no answer.',
  hint: 'It must not write to the channel between your code and the page.',
}

interface Pending {
  id: number
  onEvent: (event: Progress) => void
  end: (end: RunEnd) => void
}

/**
 * Opens a sandbox: a hidden frame whose origin is nobody's, with the learner's code in a worker inside it. Messages are all
 * that passes, and each is parsed; the frame is known by its window, for it has no origin to be known by.
 * @throws SandboxUnavailable
 */
export async function openSandbox(): Promise<Sandbox> {
  const frame = document.createElement('iframe')
  frame.setAttribute('sandbox', 'allow-scripts')
  frame.title = 'Sandbox'
  frame.hidden = true
  frame.src = '/sandbox/frame.html'

  const compiling = new Map<number, (reply: CompileReply) => void>()
  let lastId = 0
  let pending: Pending | null = null
  const { promise: ready, resolve: onReady, reject: onFailed } = Promise.withResolvers<void>()

  // An opaque origin can be named by no string.
  const tell = (message: ToFrame, transfer: Transferable[] = []) =>
    frame.contentWindow?.postMessage(message, '*', transfer)

  function hear({ source, data }: MessageEvent<unknown>): void {
    if (source !== frame.contentWindow) return
    const parsed = FromFrame.safeParse(data)
    if (!parsed.success) {
      sandbox.stop({ kind: 'fault', fault: UNREADABLE, ended: true })
      return
    }
    const message = parsed.data
    if (message.kind === 'ready') onReady()
    else if (message.kind === 'compiled') {
      compiling.get(message.id)?.(message.reply)
      compiling.delete(message.id)
    } else if (pending?.id === message.id) {
      if (message.kind === 'event') hearEvent(pending, message.event)
      else pending.end({ kind: 'fault', fault: message.reason === 'flood' ? FLOOD : CRASH, ended: true })
    }
  }

  const sandbox = {
    compile: (as: CompileRequest['as'], source: string) =>
      new Promise<CompileReply>((resolve) => {
        const id = ++lastId
        compiling.set(id, resolve)
        tell({ kind: 'compile', request: { id, as, source } })
      }),

    run(request: RunnerRequest, { onEvent, silentSeconds }: RunOptions): Promise<RunEnd> {
      if (pending) throw new Error('the sandbox is at another run')
      return new Promise((resolve) => {
        let timer: ReturnType<typeof setTimeout>
        const listen = () => {
          clearTimeout(timer)
          timer = setTimeout(() => sandbox.stop({ kind: 'fault', fault: NO_ANSWER, ended: true }), silentSeconds * 1000)
        }
        const id = ++lastId
        pending = {
          id,
          onEvent(event) {
            listen()
            onEvent(event)
          },
          end(end) {
            clearTimeout(timer)
            pending = null
            resolve(end)
          },
        }
        listen()
        tell({ kind: 'run', id, request }, transfersOf(request))
      })
    },

    stop(end: RunEnd = { kind: 'stopped' }): void {
      tell({ kind: 'renew' })
      pending?.end(end)
    },

    close(): void {
      removeEventListener('message', hear)
      frame.remove()
      pending?.end({ kind: 'stopped' })
    },
  }

  addEventListener('message', hear)
  document.body.append(frame)
  const late = setTimeout(() => onFailed(new SandboxUnavailable('the frame did not start')), START_SECONDS * 1000)
  try {
    await ready
    return sandbox
  } catch (error) {
    sandbox.close()
    throw error
  } finally {
    clearTimeout(late)
  }
}

function hearEvent(pending: Pending, event: RunnerEvent): void {
  if (event.kind === 'done') pending.end({ kind: 'done' })
  else if (event.kind === 'fault') pending.end({ kind: 'fault', fault: event.fault, ended: false })
  else pending.onEvent(event)
}
