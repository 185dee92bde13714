import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { closeSync, openSync, readdirSync } from 'node:fs'
import type { Writable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { findProgram } from '#deploy/local/kit/run.mjs'
import type { BoxLimits } from '#grader/box/box.ts'
import { boxCacheFolder, isRoot, SLOT_FOLDER } from '#grader/box/box-folders.ts'
import { bwrapArguments } from '#grader/box/bwrap-arguments.ts'
import { createCgroup, nextCgroupName } from '#grader/box/cgroup.ts'
import { launchCommand } from '#grader/box/launch-command.ts'
import { findCgroups } from '#grader/box/prepare-boxes.ts'
import { compilePolicy } from '#grader/box/seccomp/compile-policy.ts'
import { claimUidSlot } from '#grader/box/uid-slots.ts'
import type { EngineProfile } from '#lib/contract/engine-profile.ts'
import { nativeStatus } from '../native/status.mjs'
import { engineEnvironment } from './engine-environment.ts'
import { TrainerFault } from './trainer.ts'
import { assembleTrainerRoot, SCRATCH } from './trainer-root.ts'

export interface TrainerLimits {
  /** `auto`: in a box wherever bubblewrap is; `off`: as a plain process. */
  box: 'auto' | 'off'
  memoryMiB: number
}

export const TRAINER_LIMITS: TrainerLimits = { box: 'auto', memoryMiB: 4096 }

export interface SpawnedTrainer {
  child: ChildProcess
  boxed: boolean
  /** Ends what the box holds besides the process, when that has ended. */
  cleanUp(): Promise<void>
}

const THREADS = 256
const SCRATCH_MIB = 256

/**
 * Starts the trainer's process. It is trusted code that parses what came from a learner, so for depth it sits in a box:
 * no network, no credentials, nothing of the host but node, the program, its packages and libtensorflow, read-only; a
 * folder of its own to write to; the learners' system-call filter. Frames in on descriptor 0, out on 3.
 */
export async function spawnTrainer(
  program: string,
  profile: EngineProfile,
  limits: TrainerLimits,
): Promise<SpawnedTrainer> {
  const isBoxed = limits.box === 'auto' && process.platform === 'linux' && findProgram('bwrap') !== undefined
  return isBoxed ? spawnBoxed(program, profile, limits) : spawnPlain(program, profile)
}

const programArguments = (program: string, standIn: string, { threads, oneDnn }: EngineProfile): string[] => [
  '--no-deprecation',
  ...['--require', standIn, '--enable-source-maps', program],
  `--threads=${threads}`,
  `--one-dnn=${oneDnn}`,
]

function spawnPlain(program: string, profile: EngineProfile): SpawnedTrainer {
  const standIn = fileURLToPath(new URL('../native/util-stand-in.cjs', import.meta.url))
  const child = spawn(process.execPath, programArguments(program, standIn, profile), {
    cwd: fileURLToPath(new URL('../..', import.meta.url)),
    env: engineEnvironment(profile),
    stdio: ['pipe', 'ignore', 'pipe', 'pipe'],
  })
  return { child, boxed: false, cleanUp: async () => {} }
}

async function spawnBoxed(program: string, profile: EngineProfile, limits: TrainerLimits): Promise<SpawnedTrainer> {
  const folder = boxCacheFolder()
  const policy = await compilePolicy(folder)
  if (!policy.ok) throw new TrainerFault(`The trainer's box: ${policy.reason}. ${policy.remedy}`)
  const root = await assembleTrainerRoot(folder, program)
  const devices = gpuDevices()
  const boxLimits: BoxLimits = {
    ...{ memoryMiB: limits.memoryMiB, processes: THREADS, tmpMiB: SCRATCH_MIB },
    // Training is limited run by run, in CPU-seconds, by the trainer itself.
    ...{ cpuSeconds: Number.POSITIVE_INFINITY, replySeconds: Number.POSITIVE_INFINITY, outputBytes: 0 },
    processors: profile.threads + 1,
  }
  const level = isRoot() && mayMount() ? 'full' : 'personal'
  const slot = isRoot() ? claimUidSlot(SLOT_FOLDER) : null
  const layout = level === 'full' ? findCgroups() : null
  const cgroup = layout && createCgroup(layout, nextCgroupName(), boxLimits)
  const { command, env } = launchCommand(
    {
      level,
      cgroups: cgroup?.folders ?? [],
      uid: slot?.uid ?? null,
      tmpMountPoint: root.tmpMountPoint,
      binds: root.binds,
      limits: boxLimits,
    },
    ['/node', ...programArguments(root.program, root.standIn, profile)],
  )
  const view = bwrapArguments({
    root: root.folder,
    tmp: root.tmpMountPoint,
    writable: SCRATCH,
    libraryFolders: root.libraryFolders,
    disableUserns: false,
    // A GPU's driver is spoken to by calls that the filter knows nothing of.
    seccompFd: devices.length > 0 ? null : 4,
    environment: { ...engineEnvironment(profile), TMPDIR: SCRATCH },
    devices,
  })
  const [file = '', ...args] = command
  const filter = openSync(policy.file, 'r')
  const child = spawn(file, args, { env, cwd: '/', stdio: ['pipe', 'ignore', 'pipe', 'pipe', filter, 'pipe'] })
  closeSync(filter)
  // The types of child_process know of five descriptors.
  const [, , , , , argumentPipe] = child.stdio as readonly unknown[] as Writable[]
  argumentPipe?.on('error', () => {})
  argumentPipe?.end(`${view.join('\0')}\0`)
  return {
    child,
    boxed: true,
    async cleanUp() {
      if (cgroup) {
        await cgroup.kill()
        await cgroup.remove()
      }
      slot?.release()
    },
  }
}

/** Root in a container often may not mount; boxes then go by user namespaces, as any user's do. */
const mayMount = (): boolean => spawnSync('unshare', ['--mount', 'true'], { stdio: 'ignore' }).status === 0

/** What the NVIDIA driver is spoken to through, where the build of libtensorflow is one for GPUs. */
function gpuDevices(): string[] {
  const { build, nvidiaDriver } = nativeStatus()
  if (build !== 'gpu' || !nvidiaDriver) return []
  return readdirSync('/dev')
    .filter((name) => /^nvidia(\d+|ctl|-uvm|-uvm-tools|-modeset)$/.test(name))
    .map((name) => `/dev/${name}`)
}
