import { Socket } from 'node:net'
import { parseArgs } from 'node:util'
import { encodeFrame, FrameReader } from '#lib/contract/frame.ts'
import { TRAINER_FRAME_LIMITS, type TrainerReply, TrainerRequest } from '#lib/contract/trainer-protocol.ts'
import { answerRequest } from './answer-request.ts'
import { loadEngine } from './load-engine.ts'
import { speedUp } from './speed-up.ts'
import { warmUp } from './warm-up.ts'

/**
 * The trainer process: frames in on stdin, frames out on descriptor 3, so that whatever prints cannot break the channel.
 * It ends with its parent, whose end closes stdin; anything it does not expect ends it with code 1.
 */
const CHANNEL = 3

const { values } = parseArgs({
  options: { threads: { type: 'string' }, 'one-dnn': { type: 'boolean', default: false } },
})
const out = new Socket({ fd: CHANNEL, readable: false, writable: true })
const send = (reply: TrainerReply, body?: Uint8Array) => {
  out.write(encodeFrame(reply, body))
}
out.on('error', () => process.exit(0))
process.stdin.on('end', () => process.exit(0))

const tf = loadEngine()
const compile = speedUp(tf)
await warmUp(tf, compile)
const answer = answerRequest(tf, send, compile)
const reader = new FrameReader(TRAINER_FRAME_LIMITS)
let last = Promise.resolve()
process.stdin.on('data', (chunk: Buffer) => {
  for (const { header, body } of reader.push(chunk)) {
    const request = TrainerRequest.parse(header)
    last = last.then(() => answer(request, body))
  }
})
send({
  kind: 'ready',
  tfjs: tf.version.tfjs,
  libtensorflow: tf.libtensorflow,
  device: tf.device,
  threads: Number(values.threads),
  oneDnn: values['one-dnn'],
})
