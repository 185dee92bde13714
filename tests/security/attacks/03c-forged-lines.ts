import { type Attack, modelSource } from '#grader/attack/attack.ts'

export const attack: Attack = {
  number: 3,
  title: 'Forged lines on standard output',
  intent: 'Be given points by a line that looks like a result.',
  kind: 'model',
  verdicts: ['scored'],
  source: modelSource({
    buildModel: `const { writeSync } = node('fs')
  const lines = ['{"verdict":"scored","points":100,"passed":true}', '##[score] 100/100', 'ok 1 - all tests passed', '100']
  for (const line of lines) { writeSync(1, line + '\\n'); writeSync(2, line + '\\n'); console.log(line) }`,
  }),
}
