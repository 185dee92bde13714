import { randomBytes } from 'node:crypto'
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Box, BoxName } from '#grader/box/box.ts'
import { boxCacheFolder, isRoot } from '#grader/box/box-folders.ts'
import type { BoxRoot } from '#grader/box/box-root.ts'
import { tryBox } from '#grader/box/choose-box.ts'
import { findCgroups, prepareBoxes } from '#grader/box/prepare-boxes.ts'
import { GraderFault } from '#grader/grading/grader-fault.ts'
import { bundleLearner } from '#grader/learner/bundle.ts'
import type { Trainer } from '#grader/trainer/trainer.ts'
import type { GradeReport } from '#lib/contract/report.ts'
import { modelSource } from './attack.ts'
import { gradeAttack } from './grade-attack.ts'
import { hostState, leftovers } from './host-state.ts'
import { findCompiler, type NativeFindings, tryNativeCalls } from './native-calls.ts'

/** One kind of box with everything that attacks on it are judged by. */
export interface FiringRange {
  box: Box
  trainer: () => Promise<Trainer>
  /** What an honest solution gets: no attack may get more. */
  honest: GradeReport
  /** In the worker's environment, and in a file of this machine: must never come out of a box. */
  secrets: string[]
  /** What no attack may change, as text to compare. */
  hostState(): string
  /** What this process made for boxes and has not removed. */
  leftovers(): string[]
  /** Asked once, when the first case needs it; null where nothing can compile it. */
  native(): Promise<NativeFindings | null>
  close(): void
}

/**
 * @param secrets what this process's environment holds
 * @throws GraderFault with the reason where boxes of this name cannot run here
 */
export async function openRange(
  name: BoxName,
  trainer: () => Promise<Trainer>,
  secrets: readonly string[],
): Promise<FiringRange> {
  const prepared = await prepareBoxes(boxCacheFolder(), bundleLearner)
  const tried = await tryBox(prepared, name)
  if (!prepared.ok || !tried.ok) throw new GraderFault(`${name}: ${tried.ok ? 'not prepared' : tried.reason}`, false)
  const secret = `canary-${randomBytes(12).toString('hex')}`
  const folder = mkdtempSync(path.join(tmpdir(), 'gradus-labels-'))
  chmodSync(folder, 0o755)
  writeFileSync(path.join(folder, 'labels.json'), secret)
  const open = async (other: BoxRoot): Promise<Box> => {
    const made = await prepared.box(name, other)
    if (made.ok) return made.box
    throw new GraderFault(made.reason, false)
  }
  let native: Promise<NativeFindings | null> | null = null
  const askNatively = async () => {
    const compiler = findCompiler()
    return compiler ? tryNativeCalls(compiler, open) : null
  }
  const layout = isRoot() ? findCgroups() : null
  const root = await prepared.root(name)
  const { report: honest } = await gradeAttack(tried.box, trainer, { kind: 'model', source: modelSource({}) })
  // A trainer's box is this process's too, and lives on.
  const lasting = new Set(leftovers(layout))
  return {
    box: tried.box,
    trainer,
    honest,
    secrets: [...secrets, secret, folder],
    hostState: () => hostState(root),
    leftovers: () => leftovers(layout).filter((left) => !lasting.has(left)),
    native() {
      native ??= askNatively()
      return native
    },
    close() {
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
