import { type Attack, FORGE, modelSource } from '#grader/attack/attack.ts'

export const attack: Attack = {
  number: 4,
  title: 'An answer of gigabytes',
  intent: 'Exhaust the worker by rows that are too wide.',
  kind: 'model',
  verdicts: ['invalid_output', 'out_of_memory', 'runtime_error', 'timed_out'],
  source: modelSource({
    top: FORGE,
    buildModel: `const { Buffer } = node('buffer')
  const prefix = Buffer.alloc(8)
  prefix.writeUInt32LE(10, 0)
  prefix.writeUInt32LE(0xffffffff, 4)
  node('fs').writeSync(3, Buffer.concat([prefix, Buffer.from('{"kind":1}')]))
  const block = Buffer.alloc(1 << 20)
  for (let i = 0; i < 4096; i++) node('fs').writeSync(3, block)`,
  }),
}
