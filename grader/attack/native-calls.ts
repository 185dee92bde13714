import { execFile } from 'node:child_process'
import { chmod, mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { z } from 'zod'
import { findProgram } from '#deploy/local/kit/run.mjs'
import { type Box, BoxEnded } from '#grader/box/box.ts'
import { type BoxRoot, makeMountPoints } from '#grader/box/box-root.ts'
import { CONTAINER_MOUNT_POINTS } from '#grader/box/container-command.ts'
import { RunningProcess } from '#grader/box/running-process.ts'
import { ATTACK_LIMITS } from './grade-attack.ts'

const SOURCE = fileURLToPath(new URL('native/raw-calls.c', import.meta.url))
const SECONDS = 10

const Answer = z.strictObject({ given: z.array(z.string()), asked: z.array(z.string()), works: z.boolean() })

/** What the kernel gave to native code in a box; `x32` stands for a call by a foreign architecture's number. */
export interface NativeFindings {
  asked: string[]
  given: string[]
}

export const findCompiler = (): string | undefined => findProgram('cc') ?? findProgram('gcc')

/**
 * Puts native code in node's place, so that nothing of JavaScript stands in front of the system-call filter.
 * @param open makes a box of the root given
 */
export async function tryNativeCalls(compiler: string, open: (root: BoxRoot) => Promise<Box>): Promise<NativeFindings> {
  const folder = await mkdtemp(path.join(tmpdir(), 'gradus-raw-'))
  try {
    await chmod(folder, 0o755)
    const root: BoxRoot = {
      folder: path.join(folder, 'root'),
      libraryFolders: [],
      tmpMountPoint: path.join(folder, 'tmp-mount-point'),
    }
    await mkdir(root.tmpMountPoint)
    await makeMountPoints(root.folder, CONTAINER_MOUNT_POINTS)
    await promisify(execFile)(compiler, ['-static', '-O1', '-o', path.join(root.folder, 'node'), SOURCE])
    const box = await open(root)
    const running = await box.start(ATTACK_LIMITS)
    try {
      if (!(running instanceof RunningProcess)) throw new Error('this box cannot be asked for frames of its own')
      const { given, asked, works } = Answer.parse((await running.nextFrame(SECONDS)).header)
      // A box in which nothing works refuses everything and proves nothing.
      if (!works) throw new Error('what Node needs does not work in this box')
      if (process.arch === 'x64') {
        asked.push('x32')
        if (!(await isKilledByForeignCall(running))) given.push('x32')
      }
      return { asked, given }
    } finally {
      await running.destroy()
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** 128 + SIGSYS: the kernel ends the whole process, which then neither answers nor hangs. */
async function isKilledByForeignCall(running: RunningProcess): Promise<boolean> {
  try {
    await running.nextFrame(SECONDS)
    return false
  } catch (error) {
    if (!(error instanceof BoxEnded)) throw error
    return error.end.kind === 'exited' && error.end.code === 128 + 31
  }
}
