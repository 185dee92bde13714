import { type Attack, modelSource } from '#grader/attack/attack.ts'

export const attack: Attack = {
  number: 29,
  title: 'Memory of other processes through /proc',
  intent: 'Read the worker’s or a neighbour’s memory.',
  kind: 'model',
  verdicts: ['scored'],
  source: modelSource({
    buildModel: `const fs = node('fs')
  for (const pid of fs.readdirSync('/proc').filter((name: string) => /^[0-9]+$/.test(name)))
    for (const file of ['mem', 'environ', 'stack']) {
      if (Number(pid) === (globalThis as any).process.pid) continue
      try { if (fs.readFileSync('/proc/' + pid + '/' + file).length > 0) console.log('PWNED read ' + file + ' of ' + pid) } catch {}
    }
  for (const file of ['/proc/kcore', '/dev/mem', '/proc/kallsyms'])
    try { if (/[1-9a-f]/.test(fs.readFileSync(file, 'latin1').slice(0, 16).replace(/ .*/s, ''))) console.log('PWNED read ' + file) } catch {}
  console.log('looked')`,
  }),
  verify({ console }) {
    if (!console.some((line) => line.includes('looked'))) throw new Error('the attack did not run')
  },
}
