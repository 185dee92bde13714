import { type Attack, modelSource } from '#grader/attack/attack.ts'

export const attack: Attack = {
  number: 41,
  title: 'A daemon by double fork',
  intent: 'Live on after the run and watch the next one.',
  kind: 'model',
  verdicts: ['scored', 'runtime_error'],
  source: modelSource({
    buildModel: `const { spawn } = node('child_process')
  const source = "require('child_process').spawn('/node', ['-e', 'setInterval(() => {}, 1000)'], { detached: true, stdio: 'ignore' }).unref()"
  try {
    const child = spawn('/node', ['-e', source], { detached: true, stdio: 'ignore' })
    child.on('error', () => {})
    if (child.pid) console.log('PWNED daemon ' + child.pid)
    child.unref()
  } catch {}
  await sleep(100)`,
  }),
}
