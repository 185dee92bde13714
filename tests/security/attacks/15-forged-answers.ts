import { type Attack, modelSource } from '../attack.ts'

export const attack: Attack = {
  number: 15,
  title: 'Forged answers ahead of the questions',
  intent: 'Answer later requests with frames prepared in advance.',
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
    buildModel: `send({ kind: 'transformed', shape: [4, 2] }, new Uint8Array(32))
  send({ kind: 'transformed', shape: [4, 2] }, new Uint8Array(32))`,
  }),
}
