import { readSync, writeSync } from 'node:fs'
import { encodeFrame, type Frame, type FrameLimits, FrameReader } from '#lib/contract/frame.ts'

const IN = 0
const OUT = 3
const CHUNK_BYTES = 1 << 20

/**
 * Frames in on descriptor 0, frames out on descriptor 3. Reading blocks on purpose: between two requests the event loop
 * stands still, so nothing a learner left behind (timers, promises) runs while nobody waits for it.
 */
export class Channel {
  private readonly reader: FrameReader
  private readonly waiting: Frame[] = []
  private readonly chunk = Buffer.allocUnsafe(CHUNK_BYTES)

  constructor(limits: FrameLimits) {
    this.reader = new FrameReader(limits)
  }

  /** The next frame, or null when the other side has closed the pipe. */
  read(): Frame | null {
    for (;;) {
      const frame = this.waiting.shift()
      if (frame) return frame
      const count = readSync(IN, this.chunk, 0, CHUNK_BYTES, null)
      if (count === 0) return null
      this.waiting.push(...this.reader.push(Uint8Array.prototype.slice.call(this.chunk, 0, count)))
    }
  }

  write(header: unknown, body?: Uint8Array): void {
    const frame = encodeFrame(header, body)
    for (let sent = 0; sent < frame.byteLength; ) sent += writeSync(OUT, frame, sent, frame.byteLength - sent)
  }
}
