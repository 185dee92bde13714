import { type Attack, modelSource } from '#grader/attack/attack.ts'

export const attack: Attack = {
  number: 1,
  title: 'Walk of the whole file tree',
  intent: 'Find hidden labels, other solutions or the worker’s files.',
  kind: 'model',
  verdicts: ['scored'],
  source: modelSource({
    buildModel: `const fs = node('fs')
  const names: string[] = []
  // What a container engine puts into every container.
  const engine = new Set(['/etc', '/run', '/run/.containerenv', ...['passwd', 'group', 'mtab', 'hostname', 'hosts', 'resolv.conf'].map((name) => '/etc/' + name)])
  const walk = (folder: string, depth: number) => {
    let entries: any[] = []
    try { entries = fs.readdirSync(folder, { withFileTypes: true }) } catch { return }
    for (const entry of entries) {
      const path = folder + (folder === '/' ? '' : '/') + entry.name
      if (/^\\/(proc|sys)/.test(path)) continue
      names.push(path)
      if (entry.isDirectory() && depth < 8) walk(path, depth + 1)
    }
  }
  walk('/', 0)
  for (const name of names) if (!/^\\/(proc|dev|tmp|node|learner\\.blob|lib|lib64|usr|sys)(\\/|$)/.test(name) && !engine.has(name)) console.log('PWNED sees ' + name)
  for (const name of names) if (/label|hidden|answer|\\.ssh|\\.env|\\.json$|\\.ts$/i.test(name)) console.log('PWNED found ' + name)
  console.log('saw ' + names.length)`,
  }),
  verify({ console }) {
    if (!console.some((line) => /saw [1-9]/.test(line))) throw new Error('the attack did not run')
  },
}
