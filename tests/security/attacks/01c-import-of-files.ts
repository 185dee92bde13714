import { type Attack, modelSource } from '#grader/attack/attack.ts'

export const attack: Attack = {
  number: 1,
  title: 'An import of what is not offered',
  intent: 'Have the bundler inline a file of the grader.',
  kind: 'model',
  verdicts: ['contract_error'],
  source: modelSource({
    top: `import labels from '../../datasets/labels.json'
import { readFileSync } from 'node:fs'
console.log(labels, readFileSync)`,
  }),
  verify({ error }) {
    if (!error?.hint?.includes('may be imported')) throw new Error('no hint for the learner')
  },
}
