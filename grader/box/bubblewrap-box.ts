import { spawn } from 'node:child_process'
import { closeSync, openSync } from 'node:fs'
import type { Writable } from 'node:stream'
import { LEARNER_FRAME_LIMITS } from '#lib/contract/learner-protocol.ts'
import { type Box, BoxEnded, type BoxLimits, BoxStartError } from './box.ts'
import type { BoxRoot } from './box-root.ts'
import { bwrapArguments, nodeArguments } from './bwrap-arguments.ts'
import { createCgroup, nextCgroupName } from './cgroup.ts'
import type { CgroupLayout } from './cgroup-layout.ts'
import { launchCommand } from './launch-command.ts'
import type { ProcessIdentity } from './process-identity.ts'
import { isBusy, killProcesses, processTree } from './process-tree.ts'
import { type Containment, RunningProcess } from './running-process.ts'
import { claimUidSlot, type UidSlot } from './uid-slots.ts'

const START_SECONDS = 20

export interface BubblewrapSetup {
  level: 'full' | 'personal'
  root: BoxRoot
  seccompFile: string
  disableUserns: boolean
  /** Where uid slots are claimed; null where we are not root and a box runs as ourselves. */
  slotFolder: string | null
  /** Needed at level `full`. */
  cgroups: CgroupLayout | null
}

export function bubblewrapBox(setup: BubblewrapSetup): Box {
  return { level: setup.level, kind: 'bubblewrap', start: (limits) => startBox(setup, limits) }
}

async function startBox(setup: BubblewrapSetup, limits: BoxLimits): Promise<RunningProcess> {
  const slot = setup.slotFolder === null ? null : claimUidSlot(setup.slotFolder)
  const cgroup = setup.level === 'full' && setup.cgroups ? createCgroup(setup.cgroups, nextCgroupName(), limits) : null
  const { command, env } = launchCommand(
    {
      level: setup.level,
      cgroups: cgroup?.folders ?? [],
      uid: slot?.uid ?? null,
      tmpMountPoint: setup.root.tmpMountPoint,
      limits,
    },
    nodeArguments(limits.memoryMiB),
  )
  const [file = '', ...args] = command
  const filter = openSync(setup.seccompFile, 'r')
  const child = spawn(file, args, { env, cwd: '/', stdio: ['pipe', 'pipe', 'pipe', 'pipe', filter, 'pipe'] })
  closeSync(filter)
  const containment = cgroup
    ? {
        usage: cgroup.usage,
        isBusy: () => isBusy(cgroup.processes()),
        overLimit: () => null,
        ranOutOfMemory: cgroup.ranOutOfMemory,
        dispose: async () => {
          const empty = await cgroup.kill()
          await cgroup.remove()
          // A uid whose processes live on is not given to the next learner.
          if (!empty) throw new Error('processes in a box could not be killed')
          slot?.release()
        },
      }
    : treeContainment(child.pid ?? 0, limits, slot)
  const running = new RunningProcess(child, containment, limits, LEARNER_FRAME_LIMITS)
  const bwrap = bwrapArguments({
    root: setup.root.folder,
    tmp: setup.root.tmpMountPoint,
    libraryFolders: setup.root.libraryFolders,
    disableUserns: setup.disableUserns,
    seccompFd: 4,
  })
  // The types of child_process know of five descriptors.
  const [, , , , , argumentPipe] = child.stdio as readonly unknown[] as Writable[]
  argumentPipe?.end(`${bwrap.join('\0')}\0`)
  try {
    await running.nextFrame(START_SECONDS)
    await running.usage()
  } catch (error) {
    if (!(error instanceof BoxEnded)) throw error
    throw new BoxStartError(`the box ended before it was ready (${error.end.kind}): ${running.outputText().trim()}`)
  }
  return running
}

/** Level `personal`: nothing in the kernel counts the box as one, so its process tree is measured and killed. */
function treeContainment(pid: number, limits: BoxLimits, slot: UidSlot | null): Containment {
  let peakMemoryMiB = 0
  let tree = processTree(pid)
  // Once the outermost process has ended, the others can no longer be found from it.
  const seen = new Set<ProcessIdentity>()
  const look = () => {
    tree = processTree(pid)
    for (const identity of tree.processes) seen.add(identity)
  }
  return {
    usage: () => {
      look()
      peakMemoryMiB = Math.max(peakMemoryMiB, tree.residentMiB)
      return { cpuSeconds: tree.cpuSeconds, peakMemoryMiB }
    },
    isBusy: () => isBusy(tree.processes.map((identity) => Number(identity.split('-', 1)[0]))),
    overLimit: () =>
      tree.residentMiB > limits.memoryMiB ? 'out-of-memory' : tree.threads > limits.processes ? 'processes' : null,
    ranOutOfMemory: () => false,
    dispose: async () => {
      look()
      // A uid whose processes live on is not given to the next learner.
      if (!(await killProcesses([...seen]))) throw new Error('processes in a box could not be killed')
      slot?.release()
    },
  }
}
