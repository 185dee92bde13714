import { bundleLearner } from '#grader/learner/bundle.ts'
import type { Box, BoxName } from './box.ts'
import { boxCacheFolder } from './box-folders.ts'
import { type PreparedBoxes, prepareBoxes } from './prepare-boxes.ts'

export type BoxChoice = { ok: true; box: Box } | { ok: false; reasons: string[] }

/**
 * The box that learner code is to run in on this machine. Each is tried by starting one. `auto` takes bubblewrap at the
 * stronger level that works; a box asked for by name is given or refused, never replaced.
 * @param folder where what boxes are made of is kept; other users must be able to enter it when we are root
 */
export async function chooseBox(want: 'auto' | BoxName, folder: string = boxCacheFolder()): Promise<BoxChoice> {
  const prepared = await prepareBoxes(folder, bundleLearner)
  const reasons: string[] = []
  for (const name of want === 'auto' ? (['full', 'personal'] as const) : [want]) {
    const tried = await tryBox(prepared, name)
    if (tried.ok) return { ok: true, box: tried.box }
    reasons.push(`${name}: ${tried.reason}`)
  }
  return { ok: false, reasons }
}

export type BoxTrial = { ok: true; box: Box } | { ok: false; reason: string; remedy: string }

/** Starts a trivial box of the name. */
export async function tryBox(prepared: PreparedBoxes, name: BoxName): Promise<BoxTrial> {
  if (!prepared.ok) return prepared
  const made = await prepared.box(name)
  if (!made.ok) return made
  try {
    const running = await made.box.start(TRIAL_LIMITS)
    await running.destroy()
    return made
  } catch (error) {
    return { ok: false, reason: error instanceof Error ? error.message : String(error), remedy: REMEDIES[name] }
  }
}

const TRIAL_LIMITS = { memoryMiB: 512, cpuSeconds: 10, replySeconds: 10, processes: 32, tmpMiB: 1, outputBytes: 65_536 }

const REMEDIES = {
  full: 'It needs root, cgroups that we may write (version 1 or 2), and user namespaces. In a container: --privileged, or the container image of the grader.',
  personal:
    'It needs user namespaces for unprivileged users: sysctl user.max_user_namespaces above 0, and on Ubuntu 24.04 or newer sysctl kernel.apparmor_restrict_unprivileged_userns=0. As root, GRADUS_CACHE must be a folder that other users can enter.',
  container: 'It needs podman with runc or crun as root: `podman run --rm --network none <any image>` must work first.',
} as const
