import { format } from 'node:util'
import { startupSnapshot } from 'node:v8'
import * as tf from '@tensorflow/tfjs'
import { LEARNER_FRAME_LIMITS, type LearnerRequest } from '#lib/contract/learner-protocol.ts'
import { type Answer, faultReply, RequestAnswerer } from '#lib/learner/answer-requests.ts'
import { captureConsole } from '#lib/learner/learner-console.ts'
import { LearnerFault } from '#lib/learner/learner-fault.ts'
import { Channel } from './channel.ts'
import { evaluateModule } from './evaluate-module.ts'

/**
 * The program in the learner box. tfjs and all of this are evaluated while a V8 start-up snapshot is built; a box starts
 * from that snapshot and goes on at `serve`, tens of milliseconds after its process began.
 */
warmUp()

/** The first operation prints advice for Node users, which is not the learner's business. */
function warmUp() {
  const { warn } = console
  console.warn = () => {}
  tf.setBackend('cpu')
  tf.tidy(() => tf.ones([2, 2]).add(1).dataSync())
  console.warn = warn
}

async function serve() {
  const channel = new Channel(LEARNER_FRAME_LIMITS)
  const learnerConsole = captureConsole(format, (level, line) => channel.write({ kind: 'console', level, line }))
  const answerer = new RequestAnswerer(
    tf,
    (text, filename) => evaluateModule(text, filename, tf),
    () => learnerConsole.cut(),
  )
  let failPending: ((error: unknown) => void) | null = null
  process.on('uncaughtException', (error) => failPending?.(error))
  process.on('beforeExit', () =>
    failPending?.(
      new LearnerFault(
        'timed_out',
        null,
        'Your code waits for a promise that can never settle.',
        'Something you await is never resolved: check each `new Promise` and each await.',
      ),
    ),
  )
  channel.write({ kind: 'ready' })
  for (;;) {
    const frame = channel.read()
    if (!frame) process.exit(0)
    const request = frame.header as LearnerRequest
    const outcome = new Promise<Answer>((resolve, reject) => {
      failPending = reject
      answerer.answer(request, frame.body).then(resolve, reject)
    })
    const answer = await outcome.catch((error: unknown): Answer => ({ header: faultReply(error) }))
    failPending = null
    channel.write(answer.header, answer.body)
  }
}

if (startupSnapshot.isBuildingSnapshot()) startupSnapshot.setDeserializeMainFunction(() => void serve())
else void serve()
