import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isRoot, SLOT_FOLDER } from '#grader/box/box-folders.ts'
import { bubblewrapBox } from '#grader/box/bubblewrap-box.ts'
import { findCgroups } from '#grader/box/prepare-boxes.ts'
import { RunningProcess } from '#grader/box/running-process.ts'
import { compilePolicy } from '#grader/box/seccomp/compile-policy.ts'
import { ATTACK_LIMITS } from './grade-attack.ts'

const compiler = ['cc', 'gcc'].find((name) => {
  try {
    execFileSync(name, ['--version'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
})

/** Native code in place of node: the system-call filter without anything of JavaScript in front of it. */
describe.skipIf(!compiler)('raw system calls', () => {
  let folder = ''
  beforeAll(() => {
    folder = mkdtempSync('/tmp/gradus-raw-')
    chmodSync(folder, 0o755)
    for (const name of ['root', 'root/proc', 'root/dev', 'root/tmp', 'tmp-mount-point'])
      mkdirSync(path.join(folder, name))
    const source = path.join(import.meta.dirname, 'native', 'raw-calls.c')
    execFileSync(`${compiler}`, ['-static', '-O1', '-o', path.join(folder, 'root', 'node'), source])
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it.each(isRoot() ? (['full', 'personal'] as const) : (['personal'] as const))(
    'gives none at level %s',
    async (level) => {
      const policy = await compilePolicy(folder)
      if (!policy.ok) throw new Error(policy.reason)
      const box = bubblewrapBox({
        level,
        root: {
          folder: path.join(folder, 'root'),
          libraryFolders: [],
          tmpMountPoint: path.join(folder, 'tmp-mount-point'),
        },
        seccompFile: policy.file,
        disableUserns: true,
        slotFolder: isRoot() ? SLOT_FOLDER : null,
        cgroups: level === 'full' ? findCgroups() : null,
      })
      const running = await box.start(ATTACK_LIMITS)
      if (!(running instanceof RunningProcess)) throw new Error('another box')
      const { header } = await running.nextFrame(5)
      expect(header).toEqual({ given: [], asked: expect.any(Number), works: true })
      // A foreign architecture's call kills the whole process (SIGSYS): it neither answers nor hangs.
      if (process.arch === 'x64')
        await expect(running.nextFrame(5)).rejects.toMatchObject({ end: { kind: 'exited', code: 128 + 31 } })
      await running.destroy()
    },
  )
})
