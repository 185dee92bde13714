import { type Attack, modelSource } from '#grader/attack/attack.ts'

export const attack: Attack = {
  number: 26,
  title: 'process.binding, dlopen and the inspector',
  intent: 'Reach native code or a debugger port.',
  kind: 'model',
  verdicts: ['scored', 'runtime_error'],
  source: modelSource({
    buildModel: `const own = (globalThis as any).process
  try { const { Process } = own.binding('process_wrap'); const p = new Process(); if (p.spawn({ file: '/node', args: ['/node', '--version'], stdio: [] }) === 0) console.log('PWNED process_wrap') } catch {}
  try { node('fs').copyFileSync('/lib/x86_64-linux-gnu/libm.so.6', '/tmp/addon.node'); own.dlopen({ exports: {} }, '/tmp/addon.node'); console.log('PWNED dlopen') } catch {}
  try { node('inspector').open(9229, '0.0.0.0'); if (node('inspector').url()) console.log('PWNED inspector') } catch {}
  try { own._debugProcess(1); console.log('PWNED debugged') } catch {}`,
  }),
}
