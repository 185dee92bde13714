import { type Attack, modelSource } from '#grader/attack/attack.ts'

export const attack: Attack = {
  number: 21,
  title: 'Unix and abstract sockets',
  intent: 'Talk to another learner’s box, or to a service of the host.',
  kind: 'model',
  verdicts: ['scored'],
  source: modelSource({
    buildModel: `const net = node('net')
  const names = ['\\0gradus-covert', '/tmp/covert.sock', '/run/dbus/system_bus_socket', '/var/run/docker.sock']
  await Promise.all(names.flatMap((name) => [
    new Promise<void>((resolve) => net.createServer().on('error', () => resolve()).listen(name, () => { console.log('PWNED listens'); resolve() })),
    new Promise<void>((resolve) => net.connect(name).on('error', () => resolve()).on('connect', () => { console.log('PWNED connected'); resolve() })),
  ]))`,
  }),
}
