import { existsSync, readdirSync, readFileSync, statfsSync, statSync } from 'node:fs'
import path from 'node:path'
import { SLOT_FOLDER } from '#grader/box/box-folders.ts'
import type { BoxRoot } from '#grader/box/box-root.ts'
import { listCgroups } from '#grader/box/cgroup.ts'
import type { CgroupLayout } from '#grader/box/cgroup-layout.ts'
import { ownerName, statFields } from '#grader/box/process-identity.ts'

const FIRST_BOX_UID = 200_000
const LAST_BOX_UID = 200_999
/** Files in /dev/shm that are somebody else's business: only a flood counts. */
const SHM_FILES = 1_000

/** What no attack may change, as text to compare. Other workers' files beside this box's own are theirs to change. */
export function hostState(root: BoxRoot): string {
  const shm = statfsSync('/dev/shm')
  return JSON.stringify({
    passwd: readFileSync('/etc/passwd', 'utf8'),
    hostname: readFileSync('/proc/sys/kernel/hostname', 'utf8'),
    corePattern: readFileSync('/proc/sys/kernel/core_pattern', 'utf8'),
    node: statSync(process.execPath).mtimeMs,
    box: filesBelow(root.folder).map((file) => {
      const { size, mtimeMs, mode } = statSync(file)
      return [file, size, mtimeMs, mode]
    }),
    tmpMountPoint: readdirSync(root.tmpMountPoint),
    shmFlooded: shm.files - shm.ffree > SHM_FILES,
  })
}

const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort()

/**
 * Processes of box users whose slot nobody holds: what a box left behind. Other workers' boxes hold theirs, and where they
 * have lost it they still stand below a worker that lives.
 */
export function strayBoxProcesses(): string[] {
  return readdirSync('/proc').filter((pid) => {
    if (!/^\d+$/.test(pid)) return false
    const uid = uidOf(pid)
    if (!isBoxUid(uid) || statFields(pid)?.[0] === 'Z') return false
    return !existsSync(path.join(SLOT_FOLDER, String(uid - FIRST_BOX_UID))) && !isBelowAnotherWorker(pid)
  })
}

const isBoxUid = (uid: number): boolean => uid >= FIRST_BOX_UID && uid <= LAST_BOX_UID

function uidOf(pid: string): number {
  try {
    return statSync(`/proc/${pid}`).uid
  } catch {
    return Number.NaN
  }
}

function isBelowAnotherWorker(pid: string): boolean {
  let above = statFields(pid)?.[1]
  while (above !== undefined && isBoxUid(uidOf(above))) above = statFields(above)?.[1]
  // Ours, an orphan, or a container's: its engine's monitor belongs to no worker.
  if (above === undefined || Number(above) <= 1 || Number(above) === process.pid) return false
  try {
    return readFileSync(`/proc/${above}/comm`, 'utf8').trim() !== 'conmon'
  } catch {
    return false
  }
}

/** Cgroups and slot claims that this process made and has not removed. */
export function leftovers(layout: CgroupLayout | null): string[] {
  const own = ownerName()
  const cgroups = layout ? listCgroups(layout).filter((name) => name.startsWith(`${own}-`)) : []
  let claims: string[] = []
  try {
    claims = readdirSync(SLOT_FOLDER).filter((slot) => readFileSync(path.join(SLOT_FOLDER, slot), 'utf8') === own)
  } catch {
    // No box ever ran as root here.
  }
  return [...cgroups, ...claims]
}
