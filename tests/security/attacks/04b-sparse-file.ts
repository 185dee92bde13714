import { type Attack, modelSource } from '#grader/attack/attack.ts'

export const attack: Attack = {
  number: 4,
  title: 'A sparse file of a tebibyte',
  intent: 'Exhaust whoever copies or archives what the box leaves.',
  kind: 'model',
  verdicts: ['scored', 'runtime_error'],
  source: modelSource({
    buildModel: `const fs = node('fs')
  const file = fs.openSync('/tmp/sparse', 'w')
  try { fs.ftruncateSync(file, 2 ** 40); console.log('PWNED sparse file') } catch {}
  try { fs.writeSync(file, 'x', 2 ** 40); console.log('PWNED wrote far out') } catch {}`,
  }),
}
