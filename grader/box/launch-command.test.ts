import { describe, expect, it } from 'vitest'
import { bwrapArguments, nodeArguments } from './bwrap-arguments.ts'
import { launchCommand } from './launch-command.ts'

const limits = { memoryMiB: 512, cpuSeconds: 9.5, replySeconds: 5, processes: 32, tmpMiB: 8, outputBytes: 65_536 }
const common = { tmpMountPoint: '/cache/tmp', limits }
const full = launchCommand(
  { ...common, level: 'full', uid: 200_003, cgroups: ['/sys/fs/cgroup/memory/x', '/sys/fs/cgroup/pids/x'] },
  ['/node'],
)
const personal = launchCommand({ ...common, level: 'personal', uid: null, cgroups: [] }, ['/node'])

const has = (list: readonly string[], ...part: string[]) =>
  list.some((_, i) => part.every((item, k) => list[i + k] === item))

describe('launchCommand', () => {
  it('drops to the slot’s user after the mount and the cgroups, before bubblewrap', () => {
    const { command } = full
    expect(command.indexOf('unshare')).toBeLessThan(command.indexOf('setpriv'))
    expect(command.indexOf('setpriv')).toBeLessThan(command.indexOf('bwrap'))
    expect(has(command, 'setpriv', '--reuid=200003', '--regid=200003', '--clear-groups', '--no-new-privs')).toBe(true)
    expect(command).toContain('--bounding-set=-all')
  })

  it('needs no root at level personal', () => {
    expect(personal.command).not.toContain('setpriv')
    expect(has(personal.command, 'unshare', '--user', '--map-root-user')).toBe(true)
  })

  it('as root, runs a personal box as the slot’s user all the same', () => {
    const { command } = launchCommand({ ...common, level: 'personal', uid: 200_001, cgroups: [] }, ['/node'])
    expect(command[0]).toBe('setpriv')
    expect(command).toContain('--reuid=200001')
  })

  it('limits memory and threads by rlimits only where no cgroup does', () => {
    expect(personal.env.BOX_LIMITS.split('\n')).toEqual(expect.arrayContaining(['-d 524288', '-u 32', '-t 12', '-c 0']))
    expect(full.env.BOX_LIMITS).not.toMatch(/^-[du] /m)
    expect(full.env.BOX_CGROUPS.split('\n')).toHaveLength(2)
  })

  it('makes the writable folder small, without programs or devices, owned by the box’s user', () => {
    expect(full.env.BOX_TMP_OPTIONS).toBe('size=8m,nr_inodes=1000,noexec,nosuid,nodev,mode=0700,uid=200003,gid=200003')
    // In its own user namespace, the person who started it is number 0.
    expect(personal.env.BOX_TMP_OPTIONS).toContain('uid=0,gid=0')
  })
})

describe('bwrapArguments', () => {
  const view = {
    root: '/cache/root',
    tmp: '/cache/tmp',
    libraryFolders: ['/lib', '/lib64'],
    disableUserns: true,
    seccompFd: 4,
  }
  const args = bwrapArguments(view)

  it.each([
    [['--unshare-all']],
    [['--unshare-user']],
    [['--disable-userns']],
    [['--uid', '65534']],
    [['--die-with-parent']],
    [['--new-session']],
    [['--clearenv']],
    [['--cap-drop', 'ALL']],
    [['--seccomp', '4']],
    [['--ro-bind', '/cache/root', '/']],
    [['--remount-ro', '/dev']],
  ])('has %j', (part) => {
    expect(has(args, ...part)).toBe(true)
  })

  it('shows one folder of the host read-only and one to write, and shares no namespace', () => {
    expect(args.filter((argument) => argument.includes('bind'))).toEqual(['--ro-bind', '--bind'])
    expect(args.filter((argument) => argument.startsWith('--share'))).toEqual([])
  })

  it('leaves an option out that an older bubblewrap does not know', () => {
    expect(bwrapArguments({ ...view, disableUserns: false })).not.toContain('--disable-userns')
  })
})

it('keeps the heap below the memory of the box', () => {
  expect(nodeArguments(512)).toContain('--max-old-space-size=448')
})
