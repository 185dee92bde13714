import { type Attack, FORGE, modelSource } from '#grader/attack/attack.ts'

export const attack: Attack = {
  number: 5,
  title: 'Prototype pollution through the channel',
  intent: 'Change objects of the worker by keys such as __proto__.',
  kind: 'model',
  verdicts: ['invalid_output'],
  source: modelSource({
    top: FORGE,
    buildModel: `;(Object.prototype as any).points = 100
  send('{"kind":"built","__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}')`,
  }),
  verify() {
    if (Reflect.has({}, 'polluted')) throw new Error('the worker was polluted')
  },
}
