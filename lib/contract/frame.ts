/**
 * The one wire format between processes: 4 bytes length of the header, 4 bytes length of the body (both little-endian),
 * the header as UTF-8 JSON, the body as raw bytes (rows, mostly). The reader trusts nothing but lengths it has checked.
 */
export interface Frame {
  header: unknown
  body: Uint8Array
}

const PREFIX = 8

export function encodeFrame(header: unknown, body: Uint8Array = new Uint8Array(0)): Uint8Array {
  const json = new TextEncoder().encode(JSON.stringify(header))
  const frame = new Uint8Array(PREFIX + json.byteLength + body.byteLength)
  const view = new DataView(frame.buffer)
  view.setUint32(0, json.byteLength, true)
  view.setUint32(4, body.byteLength, true)
  frame.set(json, PREFIX)
  frame.set(body, PREFIX + json.byteLength)
  return frame
}

export class FrameError extends Error {}

export interface FrameLimits {
  headerBytes: number
  bodyBytes: number
  /** Nesting of the header's JSON: checked before it is parsed, because the parser recurses. */
  depth: number
}

/** Collects bytes and gives whole frames; throws FrameError at the first byte that breaks a limit. */
export class FrameReader {
  private chunks: Uint8Array[] = []
  private size = 0
  constructor(private readonly limits: FrameLimits) {}

  push(chunk: Uint8Array): Frame[] {
    this.chunks.push(chunk)
    this.size += chunk.byteLength
    const frames: Frame[] = []
    for (;;) {
      if (this.size < PREFIX) return frames
      const head = this.peek(PREFIX)
      const view = new DataView(head.buffer, head.byteOffset, PREFIX)
      const headerBytes = view.getUint32(0, true)
      const bodyBytes = view.getUint32(4, true)
      if (headerBytes > this.limits.headerBytes) throw new FrameError(`header of ${headerBytes} bytes`)
      if (bodyBytes > this.limits.bodyBytes) throw new FrameError(`body of ${bodyBytes} bytes`)
      const whole = PREFIX + headerBytes + bodyBytes
      if (this.size < whole) return frames
      const bytes = this.take(whole)
      frames.push({
        header: parseHeader(bytes.subarray(PREFIX, PREFIX + headerBytes), this.limits.depth),
        body: bytes.subarray(PREFIX + headerBytes),
      })
    }
  }

  private peek(count: number): Uint8Array {
    const first = this.chunks[0]
    if (first && first.byteLength >= count) return first.subarray(0, count)
    this.chunks = [concat(this.chunks, this.size)]
    return (this.chunks[0] as Uint8Array).subarray(0, count)
  }

  private take(count: number): Uint8Array {
    const all = this.chunks.length === 1 ? (this.chunks[0] as Uint8Array) : concat(this.chunks, this.size)
    this.size -= count
    this.chunks = this.size > 0 ? [all.subarray(count)] : []
    return all.subarray(0, count)
  }
}

function concat(chunks: readonly Uint8Array[], size: number): Uint8Array {
  const all = new Uint8Array(size)
  let at = 0
  for (const chunk of chunks) {
    all.set(chunk, at)
    at += chunk.byteLength
  }
  return all
}

const FORBIDDEN_KEYS = new Set(['__proto__', 'constructor', 'prototype'])

function parseHeader(bytes: Uint8Array, maxDepth: number): unknown {
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new FrameError('header is not UTF-8')
  }
  if (depthOf(text) > maxDepth) throw new FrameError(`header nested deeper than ${maxDepth}`)
  try {
    return JSON.parse(text, (key, value) => {
      if (FORBIDDEN_KEYS.has(key)) throw new FrameError(`forbidden key ${key}`)
      return value
    })
  } catch (error) {
    if (error instanceof FrameError) throw error
    throw new FrameError('header is not JSON')
  }
}

/** Deepest nesting of brackets outside strings. */
export function depthOf(json: string): number {
  let depth = 0
  let deepest = 0
  let inString = false
  for (let i = 0; i < json.length; i++) {
    const c = json[i]
    if (inString) {
      if (c === '\\') i++
      else if (c === '"') inString = false
    } else if (c === '"') inString = true
    else if (c === '[' || c === '{') deepest = Math.max(deepest, ++depth)
    else if (c === ']' || c === '}') depth--
  }
  return deepest
}
