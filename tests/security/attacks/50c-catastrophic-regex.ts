import { type Attack, modelSource } from '#grader/attack/attack.ts'

export const attack: Attack = {
  number: 50,
  title: 'A catastrophic regular expression',
  intent: 'Hang in native code that no interrupt reaches.',
  kind: 'model',
  verdicts: ['timed_out'],
  source: modelSource({
    top: `if (/^(a+)+$/.test('a'.repeat(60) + '!')) console.log('it matched')`,
  }),
}
