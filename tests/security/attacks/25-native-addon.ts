import { type Attack, modelSource } from '#grader/attack/attack.ts'

export const attack: Attack = {
  number: 25,
  title: 'A native addon',
  intent: 'Load machine code into the process.',
  kind: 'model',
  verdicts: ['scored'],
  source: modelSource({
    buildModel: `const own = (globalThis as any).process
  const fs = node('fs')
  for (const file of ['/lib/x86_64-linux-gnu/libm.so.6', '/lib64/ld-linux-x86-64.so.2', '/node'])
    try { fs.copyFileSync(file, '/tmp/addon.node') } catch {}
  for (const file of ['/tmp/addon.node', '/lib/x86_64-linux-gnu/libm.so.6'])
    for (const load of [() => own.dlopen({ exports: {} }, file), () => node('module').createRequire('/tmp/x.js')(file)])
      try { load(); console.log('PWNED loaded ' + file) } catch {}
  try { fs.chmodSync('/tmp/addon.node', 0o755) } catch {}
  const { error } = node('child_process').spawnSync('/tmp/addon.node')
  if (!error) console.log('PWNED ran a file of its own')`,
  }),
}
