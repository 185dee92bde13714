import { type Attack, modelSource } from '#grader/attack/attack.ts'

export const attack: Attack = {
  number: 23,
  title: 'A shell, and a second Node',
  intent: 'Run programs outside the limits of this process.',
  kind: 'model',
  verdicts: ['scored', 'contract_error'],
  source: modelSource({
    buildModel: `const { spawnSync, execSync, fork } = node('child_process')
  for (const [file, args] of [['/bin/sh', ['-c', 'id']], ['/node', ['--version']], ['/proc/self/exe', ['-e', '1']]]) {
    const { error, status } = spawnSync(file, args)
    if (!error || status === 0) console.log('PWNED ran ' + file)
  }
  try { execSync('id'); console.log('PWNED execSync') } catch {}
  try { fork('/learner.blob').on('error', () => {}).on('spawn', () => console.log('PWNED forked')) } catch {}
  await sleep(50)`,
  }),
}
