import { type Attack, modelSource } from '#grader/attack/attack.ts'

export const attack: Attack = {
  number: 1,
  title: 'Descriptors, mounts and the module cache',
  intent: 'Find labels in what the process already holds.',
  kind: 'model',
  verdicts: ['scored'],
  source: modelSource({
    buildModel: `const fs = node('fs')
  for (const fd of fs.readdirSync('/proc/self/fd')) {
    let target = ''
    try { target = fs.readlinkSync('/proc/self/fd/' + fd) } catch { continue }
    if (/^\\/(?!proc|dev\\/null)/.test(target)) console.log('PWNED holds ' + target)
  }
  const mounts = fs.readFileSync('/proc/self/mountinfo', 'utf8').split('\\n').filter(Boolean)
  for (const line of mounts) {
    const [, , , , point, options] = line.split(' ')
    if (!/^\\/($|proc|dev|tmp|sys|run\\/\\.containerenv|etc\\/(host|hosts|hostname|group|passwd|mtab|resolv))/.test(point)) console.log('PWNED sees a mount at ' + point)
    if (!/(^|,)rw(,|$)/.test(options) || /^\\/(proc|dev|tmp)/.test(point)) continue
    // Another mount may lie over it.
    try { fs.writeFileSync(point + '/written', ''); console.log('PWNED may write to ' + point) } catch {}
  }
  const modules = node('module')
  for (const name of Object.keys(modules._cache ?? {})) if (/grader|dataset|label/.test(name)) console.log('PWNED module ' + name)
  for (const name of ['../../datasets/labels.json', '/work/labels.json', '#lib/env.ts', 'pg'])
    try { modules.createRequire('/tmp/x.js')(name); console.log('PWNED required ' + name) } catch {}
  console.log('looked at ' + mounts.length)`,
  }),
  verify({ console }) {
    if (!console.some((line) => line.includes('looked'))) throw new Error('the attack did not run')
  },
}
