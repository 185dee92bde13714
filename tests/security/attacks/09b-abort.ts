import { type Attack, modelSource } from '#grader/attack/attack.ts'

export const attack: Attack = {
  number: 9,
  title: 'abort() for a core file',
  intent: 'Leave a memory image on the host.',
  kind: 'model',
  verdicts: ['runtime_error'],
  source: modelSource({
    buildModel: `(globalThis as any).process.abort()`,
  }),
}
