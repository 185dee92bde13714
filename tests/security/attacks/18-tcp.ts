import { type Attack, modelSource } from '#grader/attack/attack.ts'

export const attack: Attack = {
  number: 18,
  title: 'TCP to loopback, the internet and a cloud’s metadata',
  intent: 'Send hidden rows away, or fetch the answers.',
  kind: 'model',
  verdicts: ['scored'],
  source: modelSource({
    buildModel: `const net = node('net')
  await Promise.all([['127.0.0.1', 5432], ['127.0.0.1', 22], ['1.1.1.1', 443], ['169.254.169.254', 80], ['::1', 80]].map(([host, port]) =>
    new Promise<void>((resolve) => {
      const socket = net.connect({ host, port, timeout: 500 })
      socket.on('connect', () => { console.log('PWNED connected to ' + host); resolve() })
      socket.on('error', () => resolve())
      socket.on('timeout', () => { console.log('PWNED has a network: ' + host); resolve() })
    })))
  try {
    net.createServer().listen(0).on('listening', () => console.log('PWNED listens')).on('error', () => {})
  } catch {}
  await sleep(50)`,
  }),
}
