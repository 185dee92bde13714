/** Where this process may make cgroups: below its own, so that an outer limit (of a pod, a batch job) still holds. */
export type CgroupLayout =
  | { version: 1; parents: Record<V1Controller, string> }
  | { version: 2; parent: string; ownIsRoot: boolean }

export const V1_CONTROLLERS = ['memory', 'pids', 'cpu', 'cpuacct', 'freezer'] as const
export type V1Controller = (typeof V1_CONTROLLERS)[number]

interface Mount {
  root: string
  point: string
  type: string
  options: string[]
}

/**
 * Reads the layout from the texts of `/proc/self/cgroup` and `/proc/self/mountinfo`; null where there is none to use.
 * Version 1 wins where both are mounted, because a controller lives in one hierarchy only.
 */
export function cgroupLayout(selfCgroup: string, mountinfo: string): CgroupLayout | null {
  const mounts = mountinfo.split('\n').flatMap(parseMount)
  const own = selfCgroup
    .trim()
    .split('\n')
    .map((line) => {
      const [, controllers = '', ...path] = line.split(':')
      return { controllers: controllers.split(','), path: path.join(':') }
    })

  const parents: Partial<Record<V1Controller, string>> = {}
  for (const controller of V1_CONTROLLERS) {
    const mount = mounts.find(({ type, options }) => type === 'cgroup' && options.includes(controller))
    const line = own.find(({ controllers }) => controllers.includes(controller))
    if (mount && line) parents[controller] = below(mount, line.path)
  }
  if (isWhole(parents)) return { version: 1, parents }

  const unified = mounts.find(({ type }) => type === 'cgroup2')
  const line = own.find(({ controllers }) => controllers.join('') === '')
  return unified && line ? { version: 2, parent: below(unified, line.path), ownIsRoot: line.path === '/' } : null
}

const isWhole = (parents: Partial<Record<V1Controller, string>>): parents is Record<V1Controller, string> =>
  V1_CONTROLLERS.every((controller) => parents[controller] !== undefined)

/** `… root point options … - type source super-options`, see proc_pid_mountinfo(5). */
function parseMount(line: string): Mount[] {
  const [left, right] = line.split(' - ')
  const [, , , root, point] = left?.split(' ') ?? []
  const [type, , options] = right?.split(' ') ?? []
  return root && point && type ? [{ root, point, type, options: options?.split(',') ?? [] }] : []
}

/** The folder of cgroup `path` under a mount that shows the hierarchy from `mount.root` on. */
function below(mount: Mount, path: string): string {
  const inside = mount.root === '/' ? path : path.startsWith(mount.root) ? path.slice(mount.root.length) : '/'
  return inside === '/' || inside === '' ? mount.point : `${mount.point}${inside}`
}
