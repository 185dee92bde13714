import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import { findProgram } from '#deploy/local/kit/run.mjs'
import { LEARNER_FRAME_LIMITS } from '#lib/contract/learner-protocol.ts'
import { type Box, BoxEnded, type BoxLimits, BoxStartError } from './box.ts'
import type { BoxRoot } from './box-root.ts'
import { nodeArguments } from './bwrap-arguments.ts'
import { observeCgroup } from './cgroup.ts'
import { cgroupLayout } from './cgroup-layout.ts'
import { containerCommand } from './container-command.ts'
import { findIdentity, isAlive, isOwnerGone, ownerName, type ProcessIdentity } from './process-identity.ts'
import { isBusy } from './process-tree.ts'
import { type Containment, RunningProcess } from './running-process.ts'
import { claimUidSlot, type UidSlot } from './uid-slots.ts'

const START_SECONDS = 30
/** What engines say of containers that run; a name left there by a dead worker is one to sweep. */
const FOLDER = '/run/gradus/containers'
/** 128 + SIGKILL. Nothing inside may send signals, and what we kill has ended before: it was the kernel, for memory. */
const KILLED = 137
/** How long an engine may take to clear a container away whose processes are dead. */
const CLEAR_MILLISECONDS = 10_000

export interface ContainerEngine {
  command: string
  /** Before the verb: which runtime, and who makes cgroups. */
  globals: string[]
}

/** podman. docker is no substitute: it has no way to hand over the descriptor that a box answers on. */
export function findContainerEngine(): ContainerEngine | null {
  const command = findProgram('podman')
  if (!command) return null
  return {
    command,
    globals: [
      ...(findProgram('runc') ? ['--runtime', 'runc'] : []),
      ...(existsSync('/run/systemd/system') ? [] : ['--cgroup-manager', 'cgroupfs']),
    ],
  }
}

export interface ContainerSetup {
  engine: ContainerEngine
  root: BoxRoot
  seccompFile: string
  slotFolder: string
}

interface ContainerFiles {
  pidFile: string
  idFile: string
}

let containerCount = 0

export function containerBox(setup: ContainerSetup): Box {
  return { level: 'full', kind: 'container', start: (limits) => startContainer(setup, limits) }
}

async function startContainer(setup: ContainerSetup, limits: BoxLimits): Promise<RunningProcess> {
  const { engine, root, seccompFile } = setup
  const slot = claimUidSlot(setup.slotFolder)
  const name = `gradus-${ownerName()}-${++containerCount}`
  mkdirSync(FOLDER, { recursive: true, mode: 0o700 })
  const files: ContainerFiles = { pidFile: path.join(FOLDER, name), idFile: path.join(FOLDER, `${name}.id`) }
  const [command, ...args] = containerCommand(
    [engine.command, ...engine.globals],
    { name, uid: slot.uid, root, seccompFile, ...files, limits },
    nodeArguments(limits.memoryMiB),
  )
  const child = spawn(command, args, {
    cwd: '/',
    stdio: ['pipe', 'pipe', 'pipe', 'pipe'],
  })
  const running = new RunningProcess(
    child,
    containment(engine, { name, files, child, slot }),
    limits,
    LEARNER_FRAME_LIMITS,
  )
  try {
    await running.nextFrame(START_SECONDS)
    await running.usage()
  } catch (error) {
    if (!(error instanceof BoxEnded)) throw error
    throw new BoxStartError(`the box ended before it was ready (${error.end.kind}): ${running.outputText().trim()}`)
  }
  return running
}

interface Started {
  name: string
  files: ContainerFiles
  child: ChildProcess
  slot: UidSlot
}

/** Measured by the cgroup that the engine made; killed by its first process, which is quicker than to ask the engine. */
function containment(engine: ContainerEngine, { name, files, child, slot }: Started): Containment {
  let found: FoundContainer | null = null
  let outOfMemory = false
  const look = () => {
    found ??= findContainer(files)
    outOfMemory ||= found?.group.ranOutOfMemory() ?? false
    return found
  }
  return {
    usage: () => look()?.group.usage() ?? { cpuSeconds: 0, peakMemoryMiB: null },
    isBusy: () => isBusy(look()?.group.processes() ?? []),
    overLimit: () => null,
    ranOutOfMemory: (exitCode) => outOfMemory || exitCode === KILLED,
    dispose: async () => {
      const first = look()?.first
      if (first && isAlive(first)) kill(Number(first.split('-', 1)[0]))
      // It ends by itself, and is removed, when its first process is gone. Where it doesn't, the engine is told.
      const ended = first !== undefined && (await hasEnded(child, CLEAR_MILLISECONDS))
      if (!ended) await removeContainer(engine, name)
      for (const file of Object.values(files)) rmSync(file, { force: true })
      slot.release()
    },
  }
}

interface FoundContainer {
  /** The first process inside: when it ends, the kernel ends all others of its pid namespace. */
  first: ProcessIdentity
  group: ReturnType<typeof observeCgroup>
}

/** A container's first process and its cgroup; null until the engine has made both. */
function findContainer({ pidFile, idFile }: ContainerFiles): FoundContainer | null {
  try {
    const pid = Number(readFileSync(pidFile, 'utf8'))
    const id = readFileSync(idFile, 'utf8').trim()
    const first = findIdentity(pid)
    const layout = cgroupLayout(
      readFileSync(`/proc/${pid}/cgroup`, 'utf8'),
      readFileSync('/proc/self/mountinfo', 'utf8'),
    )
    if (!first || !layout || id.length < 32) return null
    // Until the engine has moved it, the process is in a cgroup of others, whose processes are none of ours.
    const folders = layout.version === 1 ? Object.values(layout.parents) : [layout.parent]
    return folders.every((folder) => folder.includes(id)) ? { first, group: observeCgroup(layout) } : null
  } catch {
    return null
  }
}

function hasEnded(child: ChildProcess, milliseconds: number): Promise<boolean> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return Promise.resolve(true)
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(false), milliseconds)
    child.once('exit', () => {
      clearTimeout(timer)
      resolve(true)
    })
  })
}

async function removeContainer({ command, globals }: ContainerEngine, name: string): Promise<void> {
  await promisify(execFile)(command, [...globals, 'rm', '--force', '--ignore', '--time', '0', name])
}

/** Removes containers whose worker was killed; gives how many. */
export async function sweepContainers(engine: ContainerEngine): Promise<number> {
  let removed = 0
  // The engine, which takes a tenth of a second to answer anything, is asked only where one is to be removed.
  for (const name of existsSync(FOLDER) ? readdirSync(FOLDER) : []) {
    const owner = /^gradus-(.+)-\d+$/.exec(name)?.[1]
    if (owner === undefined || !isOwnerGone(owner)) continue
    await removeContainer(engine, name)
    for (const file of [name, `${name}.id`]) rmSync(path.join(FOLDER, file), { force: true })
    removed++
  }
  return removed
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // It is gone already.
  }
}
