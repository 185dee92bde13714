import { type Attack, modelSource } from '#grader/attack/attack.ts'

export const attack: Attack = {
  number: 37,
  title: 'What the run before left in /tmp and /dev/shm',
  intent: 'Hand something on from one run to the next.',
  kind: 'model',
  verdicts: ['scored'],
  source: modelSource({
    buildModel: `const fs = node('fs')
  for (const folder of ['/tmp', '/dev/shm', '/var/tmp', '/run'])
    try { for (const name of fs.readdirSync(folder)) if (name !== '.containerenv') console.log('PWNED left in ' + folder + ': ' + name) } catch {}
  if ((globalThis as any).handedOn) console.log('PWNED same process')
  console.log('looked')`,
  }),
  before: modelSource({
    buildModel: `const fs = node('fs')
  for (const folder of ['/tmp', '/dev/shm', '/var/tmp', '/run'])
    try { fs.writeFileSync(folder + '/handed-on', 'answers') } catch {}
  ;(globalThis as any).handedOn = true`,
  }),
  verify({ console }) {
    if (!console.some((line) => line.includes('looked'))) throw new Error('the attack did not run')
  },
}
