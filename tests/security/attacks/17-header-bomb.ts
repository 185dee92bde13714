import { type Attack, modelSource } from '../attack.ts'

export const attack: Attack = {
  number: 17,
  title: 'A header nested 100,000 deep',
  intent: 'Overflow the stack of whoever parses it.',
  kind: 'model',
  verdicts: ['invalid_output'],
  source: modelSource({
    top: `const send = (header: unknown, body = new Uint8Array(0)) => {
  const { Buffer } = node('buffer')
  const json = Buffer.from(typeof header === 'string' ? header : JSON.stringify(header))
  const prefix = Buffer.alloc(8)
  prefix.writeUInt32LE(json.length, 0)
  prefix.writeUInt32LE(body.length, 4)
  node('fs').writeSync(3, Buffer.concat([prefix, json, body]))
}`,
    buildModel: `send('['.repeat(100_000) + ']'.repeat(100_000))`,
  }),
}
