import { type Attack, modelSource } from '#grader/attack/attack.ts'

export const attack: Attack = {
  number: 22,
  title: 'Network interfaces and vsock',
  intent: 'Learn the host’s addresses, or reach it around the network.',
  kind: 'model',
  verdicts: ['scored'],
  source: modelSource({
    buildModel: `try { const found = Object.keys(node('os').networkInterfaces()); if (found.length > 0) console.log('PWNED interfaces ' + found) } catch {}
  for (const device of ['/dev/vsock', '/dev/vhost-vsock', '/dev/net/tun', '/dev/kvm'])
    try { node('fs').openSync(device, 'r+'); console.log('PWNED opened ' + device) } catch {}
  for (const file of ['/proc/net/arp', '/proc/net/route', '/proc/net/tcp'])
    try { if (node('fs').readFileSync(file, 'utf8').trim().split('\\n').length > 1) console.log('PWNED sees ' + file) } catch {}`,
  }),
}
