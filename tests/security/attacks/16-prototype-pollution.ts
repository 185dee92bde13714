import { type Attack, modelSource } from '../attack.ts'

export const attack: Attack = {
  number: 16,
  title: 'Prototype pollution through the channel',
  intent: 'Change objects of the worker by keys such as __proto__.',
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
    buildModel: `;(Object.prototype as any).points = 100
  send('{"kind":"built","__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}')`,
  }),
  verify() {
    if (Reflect.has({}, 'polluted')) throw new Error('the worker was polluted')
  },
}
