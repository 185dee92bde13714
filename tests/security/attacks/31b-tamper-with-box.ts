import { type Attack, modelSource } from '#grader/attack/attack.ts'

export const attack: Attack = {
  number: 31,
  title: 'Writes to the box’s own files and to the kernel’s',
  intent: 'Change the program for the next learner, or a setting of the host.',
  kind: 'model',
  verdicts: ['scored'],
  source: modelSource({
    buildModel: `const fs = node('fs')
  for (const file of ['/node', '/learner.blob', '/proc/self/exe', '/etc/passwd', '/proc/sys/kernel/core_pattern', '/proc/sys/kernel/hostname', '/proc/sysrq-trigger', '/proc/self/uid_map', '/proc/1/uid_map', '/sys/fs/cgroup/memory/memory.limit_in_bytes', '/proc/1/oom_score_adj', '/proc/1/mem'])
    try { fs.writeFileSync(file, 'x', { flag: 'r+' }); console.log('PWNED wrote ' + file) } catch {}
  for (const folder of ['/', '/lib', '/proc/1/root', '/dev'])
    try { fs.writeFileSync(folder + '/planted', 'x'); console.log('PWNED planted in ' + folder) } catch {}
  for (const fd of fs.readdirSync('/proc/self/fd'))
    try { if (fs.fstatSync(Number(fd)).isDirectory() && !fs.readlinkSync('/proc/self/fd/' + fd).startsWith('/proc')) console.log('PWNED holds a folder: ' + fd) } catch {}`,
  }),
}
