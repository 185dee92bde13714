import { closeSync, createReadStream, writeSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { OneDnn } from '#lib/contract/engine-profile.ts'
import { encodeFrame, FrameReader } from '#lib/contract/frame.ts'
import { TRAINER_FRAME_LIMITS, type TrainerReply, TrainerRequest } from '#lib/contract/trainer-protocol.ts'
import { answerRequest } from './answer-request.ts'
import { loadEngine } from './load-engine.ts'
import { speedUp } from './speed-up.ts'
import { warmUp } from './warm-up.ts'

/**
 * The trainer process: frames in on stdin, frames out on descriptor 3, so that whatever prints cannot break the channel.
 * It ends with its parent, whose end closes stdin; anything it does not expect ends it, too, and is said on stderr.
 */
const CHANNEL = 3
const CHUNK_BYTES = 1 << 20

const { values } = parseArgs({ options: { threads: { type: 'string' }, 'one-dnn': { type: 'string' } } })
// Read and written as files: the box refuses the calls by which sockets are told from pipes.
const input = createReadStream('', { fd: 0, highWaterMark: CHUNK_BYTES })
const send = (reply: TrainerReply, body?: Uint8Array) => {
  const frame = encodeFrame(reply, body)
  for (let sent = 0; sent < frame.byteLength; ) sent += writeSync(CHANNEL, frame, sent, frame.byteLength - sent)
}
input.on('end', () => process.exit(0))
// An exit would wait for the thread that still reads from the pipe, and the box forbids signals: closing the channel tells
// the parent, which ends this process.
process.on('uncaughtException', (error) => {
  writeSync(2, `${error.stack ?? error}\n`)
  closeSync(CHANNEL)
})

const tf = loadEngine()
const { compile, oneDnn } = speedUp(tf, OneDnn.parse(values['one-dnn']))
await warmUp(tf, compile)
const answer = answerRequest(tf, send, compile)
const reader = new FrameReader(TRAINER_FRAME_LIMITS)
let last = Promise.resolve()
input.on('data', (chunk: string | Buffer) => {
  for (const { header, body } of reader.push(chunk as Buffer)) {
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
  oneDnn,
})
