import { type Attack, modelSource } from '../attack.ts'

export const attack: Attack = {
  number: 40,
  title: 'A hang in an exit handler',
  intent: 'Keep the process from ever ending.',
  kind: 'model',
  verdicts: ['timed_out'],
  source: modelSource({
    buildModel: `const own = (globalThis as any).process
  own.on('exit', () => { for (;;) {} })
  own.exit(0)`,
  }),
}
