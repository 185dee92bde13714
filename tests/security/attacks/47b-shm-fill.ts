import { type Attack, modelSource } from '#grader/attack/attack.ts'

export const attack: Attack = {
  number: 47,
  title: 'Fill /dev/shm',
  intent: 'Take memory that no process is charged for.',
  kind: 'model',
  verdicts: ['scored'],
  source: modelSource({
    buildModel: `const fs = node('fs')
  try { fs.writeFileSync('/dev/shm/fill', new Uint8Array(1 << 20)); console.log('PWNED wrote to /dev/shm') } catch {}`,
  }),
}
