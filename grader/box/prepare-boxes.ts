import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { promisify } from 'node:util'
import type { LearnerProgram } from '#grader/learner/bundle.ts'
import type { Box, BoxName } from './box.ts'
import { isRoot, SLOT_FOLDER } from './box-folders.ts'
import { assembleBoxRoot, type BoxRoot } from './box-root.ts'
import { bubblewrapBox } from './bubblewrap-box.ts'
import { delegateControllers } from './cgroup.ts'
import { type CgroupLayout, cgroupLayout } from './cgroup-layout.ts'
import { type ContainerEngine, containerBox, findContainerEngine } from './container-box.ts'
import { CONTAINER_MOUNT_POINTS } from './container-command.ts'
import { compilePolicy } from './seccomp/compile-policy.ts'
import { writeContainerPolicy } from './seccomp/container-policy.ts'

type Refusal = { ok: false; reason: string; remedy: string }
type MadeBox = Refusal | { ok: true; box: Box }
export type PreparedBoxes =
  | Refusal
  | {
      ok: true
      /** What boxes of this name see; their own folder, which nothing inside may change. */
      root(name: BoxName): Promise<BoxRoot>
      /** @param root another one, for programs other than the learner's */
      box(name: BoxName, root?: BoxRoot): Promise<MadeBox>
    }

/** Everything that boxes need, made once: the filter, the learner program, the root folder. */
export async function prepareBoxes(
  folder: string,
  bundle: (folder: string, nodePath: string) => Promise<LearnerProgram>,
): Promise<PreparedBoxes> {
  if (process.platform !== 'linux')
    return { ok: false, reason: 'bubblewrap runs on Linux only', remedy: 'Run the grader in its container image.' }
  const bwrapHelp = await readHelp()
  if (bwrapHelp === null)
    return {
      ok: false,
      reason: 'bubblewrap is not installed',
      remedy: 'Install bubblewrap (Debian, Ubuntu: apt-get install bubblewrap).',
    }
  const filter = await compilePolicy(folder)
  if (!filter.ok) return filter
  const program = await bundle(folder, process.execPath)
  const root = await assembleBoxRoot(folder, program.snapshotFile, process.execPath)
  const rootOf = (name: BoxName) =>
    name === 'container'
      ? assembleBoxRoot(folder, program.snapshotFile, process.execPath, CONTAINER_MOUNT_POINTS)
      : Promise.resolve(root)
  return {
    ok: true,
    root: rootOf,
    async box(name, other) {
      const seen = other ?? (await rootOf(name))
      if (name === 'container') return makeContainerBox(folder, seen)
      const common = {
        root: seen,
        seccompFile: filter.file,
        disableUserns: bwrapHelp.includes('--disable-userns'),
        slotFolder: isRoot() ? SLOT_FOLDER : null,
      }
      if (name === 'personal') return { ok: true, box: bubblewrapBox({ ...common, level: name, cgroups: null }) }
      if (!isRoot())
        return {
          ok: false,
          reason: 'this is not root, and each box needs a user of its own',
          remedy: 'Run the worker as root, or in its container image.',
        }
      const cgroups = findCgroups()
      if (!cgroups)
        return {
          ok: false,
          reason: 'no cgroups for memory, processes and processor are mounted and writable here',
          remedy: 'Mount cgroups of version 2, or in a container run with --cgroupns=private and writable cgroups.',
        }
      return { ok: true, box: bubblewrapBox({ ...common, level: name, cgroups }) }
    },
  }
}

async function makeContainerBox(folder: string, root: BoxRoot): Promise<MadeBox> {
  if (!isRoot())
    return {
      ok: false,
      reason: 'this is not root, and each box needs a user of its own',
      remedy: 'Run the worker as root, or choose bubblewrap (GRADUS_BOX=personal).',
    }
  const engine: ContainerEngine | null = findContainerEngine()
  if (!engine)
    return {
      ok: false,
      reason: 'podman is not installed',
      remedy: 'Install podman and runc (Debian, Ubuntu: apt-get install --no-install-recommends podman runc).',
    }
  const seccompFile = await writeContainerPolicy(folder)
  return { ok: true, box: containerBox({ engine, root, seccompFile, slotFolder: SLOT_FOLDER }) }
}

/** This process's place in the cgroups, ready to hold boxes; null where that cannot be. */
export function findCgroups(): CgroupLayout | null {
  const layout = cgroupLayout(readFileSync('/proc/self/cgroup', 'utf8'), readFileSync('/proc/self/mountinfo', 'utf8'))
  if (!layout) return null
  try {
    delegateControllers(layout)
    return layout
  } catch {
    return null
  }
}

const readHelp = (): Promise<string | null> =>
  promisify(execFile)('bwrap', ['--help']).then(
    ({ stdout }) => stdout,
    () => null,
  )
