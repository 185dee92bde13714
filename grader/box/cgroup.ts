import { mkdirSync, readdirSync, readFileSync, rmdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { BoxLimits, BoxUsage } from './box.ts'
import { type CgroupLayout, V1_CONTROLLERS, type V1Controller } from './cgroup-layout.ts'
import { ownerName } from './process-identity.ts'

const FOLDER = 'gradus'
const PERIOD_MICROSECONDS = 100_000

let made = 0

/** A name by which the sweep tells whose it is: this process's identity and a number. */
export const nextCgroupName = (): string => `${ownerName()}-${++made}`

/** What the kernel counts of the processes in a cgroup. */
interface CgroupReadings {
  usage(): BoxUsage
  processes(): number[]
  /** True when the kernel killed a process of the box for want of memory. */
  ranOutOfMemory(): boolean
}

/** The cgroups of one box: one folder at version 2, one for each controller at version 1. */
export interface BoxCgroup extends CgroupReadings {
  /** Folders whose `cgroup.procs` the box's first process must join. */
  folders: string[]
  /** Kills all that is inside, forks in flight too; true when nothing is left. */
  kill(): Promise<boolean>
  remove(): Promise<void>
}

/**
 * Makes the cgroups of a box, limits set: memory without swap, processes, processors.
 * @throws Error when a limit cannot be set: a box without limits is no box.
 */
export function createCgroup(layout: CgroupLayout, name: string, limits: BoxLimits): BoxCgroup {
  const memoryBytes = limits.memoryMiB * 1024 * 1024
  const quota = PERIOD_MICROSECONDS * (limits.processors ?? 1)
  if (layout.version === 1) {
    const folders = foldersOf(layout, name)
    const of = (controller: V1Controller) => `${layout.parents[controller]}/${FOLDER}/${name}`
    for (const folder of folders) mkdirSync(folder, { recursive: true })
    writeFileSync(`${of('memory')}/memory.limit_in_bytes`, `${memoryBytes}`)
    writeIfThere(`${of('memory')}/memory.memsw.limit_in_bytes`, `${memoryBytes}`)
    writeFileSync(`${of('pids')}/pids.max`, `${limits.processes}`)
    writeFileSync(`${of('cpu')}/cpu.cfs_period_us`, `${PERIOD_MICROSECONDS}`)
    writeFileSync(`${of('cpu')}/cpu.cfs_quota_us`, `${quota}`)
    return {
      folders,
      ...observeCgroup({ version: 1, parents: mapControllers(of) }),
      kill: () => killV1(folders, of('pids'), of('freezer')),
      remove: () => removeAll(folders),
    }
  }
  const folder = `${layout.parent}/${FOLDER}/${name}`
  mkdirSync(folder, { recursive: true })
  writeFileSync(`${folder}/memory.max`, `${memoryBytes}`)
  writeIfThere(`${folder}/memory.swap.max`, '0')
  writeFileSync(`${folder}/memory.oom.group`, '1')
  writeFileSync(`${folder}/pids.max`, `${limits.processes}`)
  writeFileSync(`${folder}/cpu.max`, `${quota} ${PERIOD_MICROSECONDS}`)
  return {
    folders: [folder],
    ...observeCgroup({ version: 2, parent: folder, ownIsRoot: false }),
    kill: async () => {
      writeIfThere(`${folder}/cgroup.kill`, '1')
      return killUntilEmpty([folder])
    },
    remove: () => removeAll([folder]),
  }
}

/** Readings of the cgroup whose own folders `at` names. */
export function observeCgroup(at: CgroupLayout): CgroupReadings {
  if (at.version === 1) {
    const { cpuacct, memory, pids } = at.parents
    return {
      usage: () => ({
        cpuSeconds: Number(read(`${cpuacct}/cpuacct.usage`)) / 1e9,
        peakMemoryMiB: Number(read(`${memory}/memory.max_usage_in_bytes`)) / 1024 / 1024,
      }),
      processes: () => processesOf(pids),
      ranOutOfMemory: () => counter(read(`${memory}/memory.oom_control`), 'oom_kill') > 0,
    }
  }
  const { parent } = at
  return {
    usage: () => {
      const peak = read(`${parent}/memory.peak`)
      return {
        cpuSeconds: counter(read(`${parent}/cpu.stat`), 'usage_usec') / 1e6,
        peakMemoryMiB: peak === '' ? null : Number(peak) / 1024 / 1024,
      }
    },
    processes: () => processesOf(parent),
    ranOutOfMemory: () => counter(read(`${parent}/memory.events`), 'oom_kill') > 0,
  }
}

const mapControllers = (of: (controller: V1Controller) => string): Record<V1Controller, string> => ({
  memory: of('memory'),
  pids: of('pids'),
  cpu: of('cpu'),
  cpuacct: of('cpuacct'),
  freezer: of('freezer'),
})

/**
 * Version 2 only: lets children of `gradus/` have the controllers. A cgroup with processes of its own may not hand
 * controllers down, so this process first moves into a leaf beside the boxes.
 */
export function delegateControllers(layout: CgroupLayout): void {
  if (layout.version === 1) return
  const boxes = `${layout.parent}/${FOLDER}`
  mkdirSync(boxes, { recursive: true })
  if (!layout.ownIsRoot) {
    const leaf = `${layout.parent}/gradus-worker`
    mkdirSync(leaf, { recursive: true })
    for (const pid of processesOf(layout.parent)) writeIfThere(`${leaf}/cgroup.procs`, `${pid}`)
  }
  for (const folder of [layout.parent, boxes]) writeFileSync(`${folder}/cgroup.subtree_control`, '+memory +pids +cpu')
}

/** Names of the boxes' cgroups that exist. */
export function listCgroups(layout: CgroupLayout): string[] {
  const parents = layout.version === 1 ? Object.values(layout.parents) : [layout.parent]
  const names = parents.flatMap((parent) => {
    try {
      return readdirSync(path.join(parent, FOLDER), { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map(({ name }) => name)
    } catch {
      return []
    }
  })
  return [...new Set(names)]
}

/** Kills what is left in a box's cgroups, whoever made them, and removes them. */
export async function destroyCgroup(layout: CgroupLayout, name: string): Promise<void> {
  const folders = foldersOf(layout, name)
  if (layout.version === 1)
    await killV1(folders, `${layout.parents.pids}/${FOLDER}/${name}`, `${layout.parents.freezer}/${FOLDER}/${name}`)
  else {
    writeIfThere(`${folders[0]}/cgroup.kill`, '1')
    await killUntilEmpty(folders)
  }
  await removeAll(folders)
}

function foldersOf(layout: CgroupLayout, name: string): string[] {
  if (layout.version === 2) return [`${layout.parent}/${FOLDER}/${name}`]
  // Two controllers may share a hierarchy.
  return [...new Set(V1_CONTROLLERS.map((controller) => `${layout.parents[controller]}/${FOLDER}/${name}`))]
}

async function killV1(folders: readonly string[], pids: string, freezer: string): Promise<boolean> {
  // No new processes, then all stand still while they are killed: a fork bomb cannot outrun this.
  writeIfThere(`${pids}/pids.max`, '0')
  writeIfThere(`${freezer}/freezer.state`, 'FROZEN')
  for (const pid of folders.flatMap(processesOf)) kill(pid)
  writeIfThere(`${freezer}/freezer.state`, 'THAWED')
  return killUntilEmpty(folders)
}

async function killUntilEmpty(folders: readonly string[]): Promise<boolean> {
  for (let attempt = 0; attempt < 500; attempt++) {
    const left = folders.flatMap(processesOf)
    if (left.length === 0) return true
    left.forEach(kill)
    await sleep(attempt < 20 ? 1 : 10)
  }
  return false
}

async function removeAll(folders: readonly string[]): Promise<void> {
  for (const folder of folders) {
    for (let attempt = 0; attempt < 100; attempt++) {
      try {
        rmdirSync(folder)
        break
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') break
        // Processes that have just died keep their group busy for a moment.
        await sleep(10)
      }
    }
  }
}

const processesOf = (folder: string): number[] =>
  read(`${folder}/cgroup.procs`)
    .split('\n')
    .filter((line) => line !== '' && line !== '0')
    .map(Number)

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // It is gone already.
  }
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8').trim()
  } catch {
    return ''
  }
}

function writeIfThere(file: string, value: string): void {
  try {
    writeFileSync(file, value, { flag: 'r+' })
  } catch {
    // Not offered by this kernel, or gone with the last process.
  }
}

/** The number after `name` in a file of `name value` lines. */
function counter(text: string, name: string): number {
  const line = text.split('\n').find((candidate) => candidate.startsWith(`${name} `))
  return line ? Number(line.slice(name.length + 1)) : 0
}
