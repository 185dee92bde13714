import { type Attack, modelSource } from '../attack.ts'

export const attack: Attack = {
  number: 38,
  title: 'Hidden rows in a forged fault',
  intent: 'Read the hidden inputs in a frame the box never wrote.',
  kind: 'model',
  verdicts: ['runtime_error'],
  source: modelSource({
    top: `const send = (header: unknown, body = new Uint8Array(0)) => {
  const { Buffer } = node('buffer')
  const json = Buffer.from(typeof header === 'string' ? header : JSON.stringify(header))
  const prefix = Buffer.alloc(8)
  prefix.writeUInt32LE(json.length, 0)
  prefix.writeUInt32LE(body.length, 4)
  node('fs').writeSync(3, Buffer.concat([prefix, json, body]))
}`,
    prepare: `let calls = 0
  return (x: any) => {
    if (calls++ > 0) send({ kind: 'fault', fault: 'runtime_error', slot: null, message: 'rows: ' + x.dataSync(), hint: String(x.dataSync()) })
    return x
  }`,
  }),
}
