import { setTimeout as sleep } from 'node:timers/promises'
import { isRoot } from '#grader/box/box-folders.ts'
import type { GradeReport } from '#lib/contract/report.ts'
import type { Attack, NativeAttack } from './attack.ts'
import { HIDDEN_CANARY } from './attack-bundles.ts'
import type { FiringRange } from './firing-range.ts'
import { gradeAttack } from './grade-attack.ts'
import { strayBoxProcesses } from './host-state.ts'
import type { CorpusCase } from './load-corpus.ts'

export interface AttackOutcome {
  id: string
  title: string
  intent: string
  /** `refused`: every system call asked for was; `not tried`: this machine cannot compile native code. */
  verdict: string
  wallMs: number
  peakMemoryMiB: number | null
  /** Each thing that should have held and did not; contained when there is none. */
  faults: string[]
  caveat?: string
}

const NEIGHBOUR = {
  kind: 'functions',
  source: 'export const functions = { first: (x: number[]) => x.map((v) => v * 2) }',
} as const

/** A process that has been killed needs a moment to give back its memory. */
const STRAY_MILLISECONDS = 2_000

/** Lets one attack loose, beside an honest neighbour, and looks at everything afterwards. */
export async function tryAttack(range: FiringRange, { id, attack }: CorpusCase): Promise<AttackOutcome> {
  const { title, intent, caveat } = attack
  const started = performance.now()
  const tried = attack.kind === 'native' ? await tryNative(range, attack) : await trySolution(range, attack)
  const wallMs = Math.round(performance.now() - started)
  return { id, title, intent, wallMs, ...tried, ...(caveat ? { caveat } : {}) }
}

type Tried = Pick<AttackOutcome, 'verdict' | 'peakMemoryMiB' | 'faults'>

async function tryNative(range: FiringRange, { calls }: NativeAttack): Promise<Tried> {
  const found = await range.native()
  if (!found) return { verdict: 'not tried', peakMemoryMiB: null, faults: [] }
  const tried = process.arch === 'x64' ? calls : calls.filter((call) => call !== 'x32')
  const faults = tried.flatMap((call) => {
    if (!found.asked.includes(call)) return [`${call} was never asked for`]
    return found.given.includes(call) ? [`the kernel gave ${call}`] : []
  })
  return { verdict: 'refused', peakMemoryMiB: null, faults }
}

async function trySolution(range: FiringRange, attack: Attack): Promise<Tried> {
  const { box, trainer } = range
  if (attack.before) await gradeAttack(box, trainer, { kind: attack.kind, source: attack.before })
  const before = range.hostState()
  const [{ report, peakMemoryMiB }, neighbour] = await Promise.all([
    gradeAttack(box, trainer, attack),
    gradeAttack(box, () => Promise.reject(new Error('a by-hand exercise needs no trainer')), NEIGHBOUR),
  ])
  const faults = [...judge(range, attack, report)]
  if (attack.twin) {
    const twin = await gradeAttack(box, trainer, { kind: attack.kind, source: attack.twin })
    if (report.verdict === 'scored' && !sameResult(report, twin.report))
      faults.push('it is not what an honest solution comes to')
  }
  if (neighbour.report.verdict !== 'scored' || neighbour.report.metric.public !== 1)
    faults.push(`the neighbour was graded ${neighbour.report.verdict}`)
  if (range.hostState() !== before) faults.push('something of the host has changed')
  const left = range.leftovers()
  if (left.length > 0) faults.push(`left behind: ${left.join(', ')}`)
  const strays = isRoot() ? await strayAfter(STRAY_MILLISECONDS) : []
  if (strays.length > 0) faults.push(`processes that live on: ${strays.join(', ')}`)
  return { verdict: report.verdict, peakMemoryMiB, faults }
}

/** What the report alone shows. */
function* judge({ secrets, honest }: FiringRange, attack: Attack, report: GradeReport): Generator<string> {
  const { verdict, error, points, finalPoints, metric } = report
  // The private score is not shown before the close, but it holds no rows either.
  const seen = JSON.stringify(report)
  const prize = /PWNED[^"\\]*/.exec(seen)
  if (prize) yield prize[0]
  for (const hidden of [...secrets, String(HIDDEN_CANARY), String(HIDDEN_CANARY / 10)])
    if (seen.includes(hidden)) yield `the report holds ${hidden}`
  if (!attack.verdicts.includes(verdict)) yield `${verdict}, not ${attack.verdicts.join(' or ')}: ${error?.message}`
  if (report.passed || report.finallyPassed) yield 'it passed'
  if (verdict === 'scored') {
    if (points > honest.points || finalPoints > honest.finalPoints) yield 'it gained points'
  } else {
    if (points !== 0 || finalPoints !== 0 || metric.public !== null || metric.private !== null)
      yield 'it was given a score'
    // Something to act on: what to do, or at least where.
    if (!error || !/\w/.test(error.message) || !(error.hint || error.line))
      yield 'the learner is told nothing to act on'
    if (error && /\/(tmp|proc|var|work|home|root|node)\b|\b(bwrap|podman|cgroup|seccomp|runc)\b/.test(error.message))
      yield `the message tells of the machine: ${error.message}`
  }
  try {
    attack.verify?.(report)
  } catch (failure) {
    yield failure instanceof Error ? failure.message : String(failure)
  }
}

const sameResult = (a: GradeReport, b: GradeReport): boolean =>
  a.provenance.weightsHash === b.provenance.weightsHash && a.points === b.points && a.finalPoints === b.finalPoints

async function strayAfter(milliseconds: number): Promise<string[]> {
  const deadline = performance.now() + milliseconds
  for (;;) {
    const strays = strayBoxProcesses()
    if (strays.length === 0 || performance.now() > deadline) return strays
    await sleep(20)
  }
}
