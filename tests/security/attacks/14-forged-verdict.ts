import { type Attack, modelSource } from '../attack.ts'

export const attack: Attack = {
  number: 14,
  title: 'A forged frame that holds a score',
  intent: 'Be given points by a message of its own.',
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
    buildModel: `send({ kind: 'scored', points: 100, metric: { public: 1, private: 1 } })`,
  }),
}
