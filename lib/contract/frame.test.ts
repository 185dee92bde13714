import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { depthOf, encodeFrame, FrameError, FrameReader } from './frame.ts'

const LIMITS = { headerBytes: 10_000, bodyBytes: 10_000, depth: 16 }
const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype'])

const header = fc
  .jsonValue({ maxDepth: 5 })
  .filter((value) => !JSON.stringify(value).match(/"(__proto__|constructor|prototype)":/))
  // JSON has no -0.
  .map((value) => JSON.parse(JSON.stringify(value)))
const frame = fc.record({ header, body: fc.uint8Array({ maxLength: 200 }) })

/** A frame by hand, so that its header can be what encodeFrame never writes. */
function rawFrame(headerText: Uint8Array | string, body = new Uint8Array(0)): Uint8Array {
  const json = typeof headerText === 'string' ? new TextEncoder().encode(headerText) : headerText
  const bytes = new Uint8Array(8 + json.byteLength + body.byteLength)
  new DataView(bytes.buffer).setUint32(0, json.byteLength, true)
  new DataView(bytes.buffer).setUint32(4, body.byteLength, true)
  bytes.set(json, 8)
  bytes.set(body, 8 + json.byteLength)
  return bytes
}

describe('FrameReader', () => {
  it('gives back what was encoded, however the bytes are cut', () => {
    fc.assert(
      fc.property(fc.array(frame, { maxLength: 5 }), fc.array(fc.integer({ min: 1, max: 40 })), (frames, cuts) => {
        const bytes = Buffer.concat(frames.map((each) => encodeFrame(each.header, each.body)))
        const reader = new FrameReader(LIMITS)
        const read = []
        let at = 0
        for (const cut of [...cuts, bytes.length]) {
          read.push(...reader.push(bytes.subarray(at, at + cut)))
          at += cut
        }
        expect(read.map((each) => ({ header: each.header, body: [...each.body] }))).toEqual(
          frames.map((each) => ({ header: each.header, body: [...each.body] })),
        )
      }),
    )
  })

  it('takes any bytes at all as frames or as a FrameError, never as another error', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        try {
          new FrameReader(LIMITS).push(bytes)
        } catch (error) {
          expect(error).toBeInstanceOf(FrameError)
        }
      }),
    )
  })

  const malformed: [string, Uint8Array][] = [
    ['a header that is too long', rawFrame('"'.padEnd(LIMITS.headerBytes + 1, ' '))],
    ['a body that is too long', rawFrame('1', new Uint8Array(LIMITS.bodyBytes + 1))],
    ['a header that is not UTF-8', rawFrame(Uint8Array.of(0x22, 0xff, 0x22))],
    ['a header that is no JSON', rawFrame('{"kind":')],
    ['an empty header', rawFrame('')],
    ['a header nested too deep', rawFrame('['.repeat(17) + ']'.repeat(17))],
    ...[...FORBIDDEN].map((key): [string, Uint8Array] => [`the key ${key}`, rawFrame(`{"a":{"${key}":{"b":1}}}`)]),
    ['a forbidden key in escapes', rawFrame('{"\\u005f_proto__":1}')],
  ]
  it.each(malformed)('refuses %s', (_, bytes) => {
    expect(() => new FrameReader(LIMITS).push(bytes)).toThrow(FrameError)
  })

  it('refuses by the announced length, before the bytes have come', () => {
    const announced = new Uint8Array(8)
    new DataView(announced.buffer).setUint32(4, 0xffffffff, true)
    expect(() => new FrameReader(LIMITS).push(announced)).toThrow(FrameError)
  })

  it('waits for the rest of a frame', () => {
    const bytes = encodeFrame({ kind: 'x' }, Uint8Array.of(1, 2, 3))
    const reader = new FrameReader(LIMITS)
    expect(reader.push(bytes.subarray(0, bytes.length - 1))).toEqual([])
    expect(reader.push(bytes.subarray(bytes.length - 1))).toEqual([
      { header: { kind: 'x' }, body: expect.objectContaining({ length: 3 }) },
    ])
  })
})

describe('depthOf', () => {
  it.each([
    ['1', 0],
    ['[]', 1],
    ['{"a":[1,{"b":2}]}', 3],
    ['"[[["', 0],
    ['"\\"[["', 0],
    ['["\\\\",[1]]', 2],
  ])('%s is %i deep', (json, depth) => {
    expect(depthOf(json)).toBe(depth)
  })
})
