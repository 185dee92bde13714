import { type Attack, modelSource } from '#grader/attack/attack.ts'

export const attack: Attack = {
  number: 48,
  title: 'A hundred thousand empty files',
  intent: 'Use up the inodes of the host.',
  kind: 'model',
  verdicts: ['scored'],
  source: modelSource({
    buildModel: `const fs = node('fs')
  let files = 0
  try { for (; files < 100_000; files++) fs.writeFileSync('/tmp/f' + files, '') } catch {}
  console.log((files > 5_000 ? 'PWNED ' : '') + files + ' files')`,
  }),
}
