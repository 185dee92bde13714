import { describe, expect, it } from 'vitest'
import { cgroupLayout } from './cgroup-layout.ts'

const v1Mount = (controllers: string, root = '/', point = `/sys/fs/cgroup/${controllers}`) =>
  `31 25 0:26 ${root} ${point} rw,nosuid - cgroup cgroup rw,${controllers}`
const V1 = ['memory', 'pids', 'cpu,cpuacct', 'freezer']
const v2Mount = (root = '/') => `30 24 0:26 ${root} /sys/fs/cgroup rw,nosuid - cgroup2 cgroup2 rw,nsdelegate`

describe('cgroupLayout', () => {
  it('finds version 1, two controllers in one hierarchy among them', () => {
    const self = '5:memory:/job/7\n4:pids:/\n3:cpu,cpuacct:/\n2:freezer:/\n1:name=systemd:/init.scope\n0::/'
    expect(cgroupLayout(self, [...V1.map((name) => v1Mount(name)), v2Mount()].join('\n'))).toEqual({
      version: 1,
      parents: {
        memory: '/sys/fs/cgroup/memory/job/7',
        pids: '/sys/fs/cgroup/pids',
        cpu: '/sys/fs/cgroup/cpu,cpuacct',
        cpuacct: '/sys/fs/cgroup/cpu,cpuacct',
        freezer: '/sys/fs/cgroup/freezer',
      },
    })
  })

  it('takes the mounted part in a container without a cgroup namespace', () => {
    const own = '/docker/abc'
    const self = `5:memory:${own}\n4:pids:${own}\n3:cpu,cpuacct:${own}\n2:freezer:${own}/child\n0::/`
    const layout = cgroupLayout(self, V1.map((name) => v1Mount(name, own)).join('\n'))
    expect(layout).toMatchObject({
      version: 1,
      parents: { memory: '/sys/fs/cgroup/memory', freezer: '/sys/fs/cgroup/freezer/child' },
    })
  })

  it.each([
    ['0::/user.slice/gradus.scope', '/', '/sys/fs/cgroup/user.slice/gradus.scope', false],
    ['0::/', '/', '/sys/fs/cgroup', true],
    ['0::/kubepods/pod1/c1', '/kubepods/pod1/c1', '/sys/fs/cgroup', false],
  ])('finds version 2: %s mounted from %s', (self, root, parent, ownIsRoot) => {
    expect(cgroupLayout(self, v2Mount(root))).toEqual({ version: 2, parent, ownIsRoot })
  })

  it.each([
    ['no mounts', '0::/', ''],
    ['a version 1 that lacks the freezer', '2:memory:/\n1:pids:/', [v1Mount('memory'), v1Mount('pids')].join('\n')],
  ])('finds nothing to use: %s', (_, self, mounts) => {
    expect(cgroupLayout(self, mounts)).toBeNull()
  })
})
