import { type Attack, modelSource } from '#grader/attack/attack.ts'

export const attack: Attack = {
  number: 49,
  title: 'Flood of standard output',
  intent: 'Fill the memory or the log of the worker.',
  kind: 'model',
  verdicts: ['runtime_error'],
  source: modelSource({
    buildModel: `const { writeSync } = node('fs')
  const line = '{"verdict":"scored","points":100}\\n'.repeat(1000)
  for (;;) writeSync(1, line)`,
  }),
}
