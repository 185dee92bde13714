import { type Attack, modelSource } from '#grader/attack/attack.ts'

export const attack: Attack = {
  number: 20,
  title: 'Loopback: the database and the web app',
  intent: 'Reach a service of this machine that trusts its own address.',
  kind: 'model',
  verdicts: ['scored'],
  source: modelSource({
    buildModel: `const net = node('net')
  await Promise.all([['127.0.0.1', 3000], ['127.0.0.1', 5432], ['localhost', 22], ['::1', 5432], ['127.1.2.3', 80]].map(([host, port]) =>
    new Promise<void>((resolve) => {
      const socket = net.connect({ host, port, timeout: 500 })
      socket.on('connect', () => { console.log('PWNED connected to ' + host + ' ' + port); resolve() })
      socket.on('error', () => resolve())
      socket.on('timeout', () => resolve())
    })))
  await new Promise<void>((resolve) => {
    try { net.createServer().on('error', () => resolve()).listen(0, '127.0.0.1', () => { console.log('PWNED listens'); resolve() }) } catch { resolve() }
  })`,
  }),
}
