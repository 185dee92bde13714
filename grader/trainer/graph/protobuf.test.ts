import { expect, it } from 'vitest'
import { ProtoMessage } from './protobuf.ts'

const hex = (message: ProtoMessage): string => Buffer.from(message.encode()).toString('hex')

// The first three are the examples of the format's own documentation.
it.each([
  ['a number', new ProtoMessage().int(1, 150), '089601'],
  ['text', new ProtoMessage().string(2, 'testing'), '120774657374696e67'],
  ['a message', new ProtoMessage().message(3, new ProtoMessage().int(1, 150)), '1a03089601'],
  ['zero', new ProtoMessage().int(1, 0), '0800'],
  ['a negative number, in ten bytes', new ProtoMessage().int(1, -1), '08ffffffffffffffffff01'],
  ['a number beyond 32 bits', new ProtoMessage().int(1, 2 ** 40), '08808080808020'],
  ['a field number beyond 15', new ProtoMessage().bool(16, true), '800101'],
  ['a float', new ProtoMessage().float(4, 1), '250000803f'],
  ['fields of another', new ProtoMessage().int(1, 1).append(new ProtoMessage().int(2, 2)), '08011002'],
])('%s', (_, message, expected) => {
  expect(hex(message)).toBe(expected)
})
