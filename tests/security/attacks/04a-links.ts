import { type Attack, modelSource } from '#grader/attack/attack.ts'

export const attack: Attack = {
  number: 4,
  title: 'Symbolic and hard links',
  intent: 'Have the worker follow a link to a file of the host.',
  kind: 'model',
  verdicts: ['scored'],
  source: modelSource({
    buildModel: `const fs = node('fs')
  for (const target of ['/etc/shadow', '/proc/1/environ', '/node', '..'])
    try { fs.symlinkSync(target, '/tmp/result.json'); console.log('PWNED symlink to ' + target) } catch {}
  for (const target of ['/node', '/learner.blob', '/proc/self/exe'])
    try { fs.linkSync(target, '/tmp/hard'); console.log('PWNED link to ' + target) } catch {}`,
  }),
}
