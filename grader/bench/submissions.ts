import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { SubmissionReply, type SubmissionRequest, type Submitted } from './submission-protocol.ts'

type Reply<K extends SubmissionReply['kind']> = Extract<SubmissionReply, { kind: K }>

/** A platform without its pages: a database, and a worker that grades one run at a time. */
export interface Submissions {
  /** The exercise as it is graded there. */
  publish(exercise: string): Promise<Reply<'published'>>
  /** Submits as a student does, and follows the run until its score is there. One at a time. */
  submit(exercise: string, source: string): Promise<Submitted>
  stop(): Promise<void>
}

/** Served by a program of the tests, which knows how to make a course: nothing of it is needed where only grading is done. */
export async function openSubmissions(): Promise<Submissions> {
  const root = fileURLToPath(new URL('../..', import.meta.url))
  const child = fork('tests/bench/submissions.ts', {
    cwd: root,
    execArgv: ['--no-deprecation', '--import', 'tsx'],
    // What starting a database says belongs to standard error.
    stdio: ['ignore', 2, 'inherit', 'ipc'],
  })
  const ended = once(child, 'exit')
  await next(child, 'ready')
  const ask = <K extends SubmissionReply['kind']>(request: SubmissionRequest, kind: K): Promise<Reply<K>> => {
    const reply = next(child, kind)
    child.send(request)
    return reply
  }
  return {
    publish: (exercise) => ask({ kind: 'publish', exercise }, 'published'),
    submit: (exercise, source) => ask({ kind: 'submit', exercise, source }, 'submitted'),
    async stop() {
      if (child.connected) child.disconnect()
      await ended
    },
  }
}

async function next<K extends SubmissionReply['kind']>(child: ChildProcess, kind: K): Promise<Reply<K>> {
  const heard = new AbortController()
  const { signal } = heard
  try {
    const [message] = await Promise.race([
      once(child, 'message', { signal }),
      once(child, 'exit', { signal }).then(([code]) => Promise.reject(new Error(`it ended with ${code}`))),
    ])
    const reply = SubmissionReply.parse(message)
    if (reply.kind === 'failed') throw new Error(reply.message)
    if (reply.kind !== kind) throw new Error(`it said ${reply.kind} instead of ${kind}`)
    return reply as Reply<K>
  } finally {
    heard.abort()
  }
}
