import { type Attack, modelSource } from '#grader/attack/attack.ts'

export const attack: Attack = {
  number: 31,
  title: 'Privileges, links and special files',
  intent: 'Become another user, or leave traps in a folder.',
  kind: 'model',
  verdicts: ['scored'],
  source: modelSource({
    buildModel: `const own = (globalThis as any).process
  const fs = node('fs')
  for (const name of ['setuid', 'setgid', 'seteuid', 'setegid'])
    try { own[name](0); console.log('PWNED ' + name) } catch {}
  const status = fs.readFileSync('/proc/self/status', 'utf8')
  for (const wanted of [/CapEff:\\s*0+$/m, /CapBnd:\\s*0+$/m, /NoNewPrivs:\\s*1/, /Seccomp:\\s*2/])
    if (!wanted.test(status)) console.log('PWNED ' + wanted + ' not in status')
  try { fs.symlinkSync('/etc/passwd', '/tmp/link'); console.log('PWNED symlink') } catch {}
  try { fs.linkSync('/node', '/tmp/hard'); console.log('PWNED link') } catch {}`,
  }),
}
