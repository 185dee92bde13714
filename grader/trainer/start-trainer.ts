import type { ChildProcess } from 'node:child_process'
import type { Readable, Writable } from 'node:stream'
import { processTree } from '#grader/box/process-tree.ts'
import type { EngineProfile } from '#lib/contract/engine-profile.ts'
import { encodeFrame, FrameError, FrameReader } from '#lib/contract/frame.ts'
import { bytesOf, type Rows, rowsFrom } from '#lib/contract/rows.ts'
import { TRAINER_FRAME_LIMITS, TrainerReply, type TrainerRequest } from '#lib/contract/trainer-protocol.ts'
import { bundleTrainer } from './bundle-trainer.ts'
import { type SpawnedTrainer, spawnTrainer, TRAINER_LIMITS, type TrainerLimits } from './spawn-trainer.ts'
import { PredictionRefused, type Trainer, TrainerFault, type TrainingEvents } from './trainer.ts'

interface Reply {
  reply: TrainerReply
  body: Uint8Array
}

const STDERR_KEPT = 4_000

/**
 * Starts a trainer and waits until it has run its first operations.
 * @throws TrainerFault when it cannot start; say so with what it printed
 */
export async function startTrainer(profile: EngineProfile, limits: TrainerLimits = TRAINER_LIMITS): Promise<Trainer> {
  const spawned = await spawnTrainer(await bundleTrainer(), profile, limits)
  const channel = new Channel(spawned)
  const { reply } = await channel.next()
  if (reply.kind !== 'ready') throw channel.broken(`said ${reply.kind} first`)
  const { kind: _, ...engine } = reply
  return {
    engine,
    boxed: spawned.boxed,
    residentMiB: () => processTree(spawned.child.pid ?? 0).residentMiB,
    async train(request, x, y, events) {
      const body = new Uint8Array(x.data.byteLength + y.data.byteLength)
      body.set(bytesOf(x))
      body.set(bytesOf(y), x.data.byteLength)
      channel.send({ kind: 'train', ...request, xShape: x.shape, yShape: y.shape }, body)
      for (;;) {
        const { reply, body } = await channel.next()
        if (reply.kind === 'trained') return { ok: true, trained: reply, weights: body }
        if (reply.kind === 'refused')
          return { ok: false, message: reply.message, ...(reply.hint && { hint: reply.hint }) }
        if (!relay(reply, events)) throw channel.broken(`answered train with ${reply.kind}`)
      }
    },
    async predict(x): Promise<Rows> {
      channel.send({ kind: 'predict', shape: x.shape }, bytesOf(x))
      const { reply, body } = await channel.next()
      if (reply.kind === 'predicted') return rowsFrom(body, reply.shape)
      if (reply.kind === 'refused') throw new PredictionRefused(reply.message)
      throw channel.broken(`answered predict with ${reply.kind}`)
    },
    async forget() {
      channel.send({ kind: 'forget' })
      const { reply } = await channel.next()
      if (reply.kind !== 'forgotten') throw channel.broken(`answered forget with ${reply.kind}`)
    },
    stop: () => channel.stop(),
  }
}

function relay(reply: TrainerReply, events: TrainingEvents): boolean {
  if (reply.kind === 'model') events.model(reply)
  else if (reply.kind === 'step') events.step(reply)
  else if (reply.kind === 'epoch') events.epoch(reply.point)
  else return false
  return true
}

/** Frames to and from one child; every way it can end becomes a TrainerFault for whoever waits. */
class Channel {
  private readonly replies: Reply[] = []
  private waiting: { resolve(reply: Reply): void; reject(error: Error): void } | null = null
  private fault: TrainerFault | null = null
  private stderr = ''
  private readonly ended: Promise<void>

  private readonly child: ChildProcess

  constructor(spawned: SpawnedTrainer) {
    const { child } = spawned
    this.child = child
    const reader = new FrameReader(TRAINER_FRAME_LIMITS)
    this.out.on('data', (chunk: Buffer) => this.receive(reader, chunk))
    // A trainer that met what it did not expect closes its channel, having said why on stderr.
    this.out.once('end', () => child.kill('SIGKILL'))
    // A write to a trainer that has just died fails; the exit says why.
    this.in.on('error', () => {})
    child.stderr?.on('data', (chunk: Buffer) => {
      this.stderr = (this.stderr + chunk.toString()).slice(-STDERR_KEPT)
    })
    this.ended = new Promise((resolve) => {
      child.once('error', (error) => {
        this.fail(`could not be started: ${error.message}`)
        resolve()
      })
      child.once('close', (code, signal) => {
        this.fail(`ended with ${signal ?? `code ${code}`}`)
        resolve(spawned.cleanUp())
      })
    })
  }

  send(request: TrainerRequest, body?: Uint8Array): void {
    this.in.write(encodeFrame(request, body))
  }

  next(): Promise<Reply> {
    const reply = this.replies.shift()
    if (reply) return Promise.resolve(reply)
    if (this.fault) return Promise.reject(this.fault)
    return new Promise((resolve, reject) => {
      this.waiting = { resolve, reject }
    })
  }

  /** Ends the child and gives the fault to throw. */
  broken(what: string): TrainerFault {
    const fault = this.fail(what)
    this.child.kill('SIGKILL')
    return fault
  }

  async stop(): Promise<void> {
    this.fail('was stopped')
    this.child.kill('SIGKILL')
    await this.ended
  }

  private receive(reader: FrameReader, chunk: Buffer): void {
    try {
      for (const { header, body } of reader.push(chunk)) this.deliver({ reply: TrainerReply.parse(header), body })
    } catch (error) {
      this.broken(error instanceof FrameError ? error.message : `sent an unreadable reply: ${error}`)
    }
  }

  private deliver(reply: Reply): void {
    const { waiting } = this
    this.waiting = null
    if (waiting) waiting.resolve(reply)
    else this.replies.push(reply)
  }

  private fail(what: string): TrainerFault {
    this.fault ??= new TrainerFault(`The trainer ${what}.${this.stderr === '' ? '' : `\n${this.stderr}`}`)
    this.waiting?.reject(this.fault)
    this.waiting = null
    return this.fault
  }

  private get in(): Writable {
    return this.child.stdin as Writable
  }

  private get out(): Readable {
    return this.child.stdio[3] as Readable
  }
}
