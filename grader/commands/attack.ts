import { writeFile } from 'node:fs/promises'
import { env } from '#lib/env.ts'
import { type FiringRange, openRange } from '../attack/firing-range.ts'
import { type CorpusCase, loadCorpus } from '../attack/load-corpus.ts'
import { type AttackOutcome, tryAttack } from '../attack/try-attack.ts'
import { BOX_NAMES, type BoxName } from '../box/box.ts'
import { boxStatus } from '../box/box-status.ts'
import { sweepBoxes } from '../box/sweep.ts'
import { startDefaultTrainer } from './engine.ts'

const NOT_CONTAINED = 1
const BAD_USAGE = 2

export interface AttackOptions {
  /** Undefined: every box that this machine has. */
  level?: string
  /** An item's number, `39`, or one case of it, `39b`. */
  only?: string
  json?: string
}

/**
 * Lets the attack corpus loose on this machine's boxes, as an operator would before term.
 * @returns the exit code: 0 when everything was contained
 */
export async function attackCommand({ level, only, json }: AttackOptions): Promise<number> {
  const named = BOX_NAMES.find((name) => name === level)
  if (level !== undefined && !named) {
    console.error(`gradus: there is no box "${level}". There are ${BOX_NAMES.join(', ')}.`)
    return BAD_USAGE
  }
  const corpus = (await loadCorpus()).filter(
    ({ id }) => !only || id === only || String(Number.parseInt(id, 10)) === only,
  )
  if (corpus.length === 0) {
    console.error(`gradus: the corpus has no case "${only}".`)
    return BAD_USAGE
  }
  await sweepBoxes()
  const names = named ? [named] : await availableBoxes()
  if (names.length === 0) {
    console.error('gradus: no box can run here. `npx gradus doctor` says why.')
    return NOT_CONTAINED
  }
  const trainer = await startDefaultTrainer()
  const { GRADUS_SECRET, DATABASE_URL, NEXTAUTH_SECRET } = env()
  const secrets = [GRADUS_SECRET, DATABASE_URL, NEXTAUTH_SECRET].filter((secret) => secret !== undefined)
  const results: { box: BoxName; outcomes: AttackOutcome[] }[] = []
  try {
    for (const name of names) {
      const range = await openRange(name, async () => trainer, secrets)
      try {
        results.push({ box: name, outcomes: await tryCorpus(name, range, corpus) })
      } finally {
        range.close()
      }
    }
  } finally {
    await trainer.stop()
  }
  if (json) await writeFile(json, `${JSON.stringify(results, null, 2)}\n`)
  return results.every(({ outcomes }) => outcomes.every(({ faults }) => faults.length === 0)) ? 0 : NOT_CONTAINED
}

async function availableBoxes(): Promise<BoxName[]> {
  const { boxes } = await boxStatus()
  return boxes.filter(({ available }) => available).map(({ name }) => name)
}

async function tryCorpus(name: BoxName, range: FiringRange, corpus: readonly CorpusCase[]): Promise<AttackOutcome[]> {
  console.log(`\nBox ${name}: ${corpus.length} cases\n`)
  console.log(line('', 'case', 'verdict', 'ms', 'MiB'))
  const outcomes: AttackOutcome[] = []
  for (const one of corpus) {
    const outcome = await tryAttack(range, one)
    outcomes.push(outcome)
    const { id, title, intent, verdict, wallMs, peakMemoryMiB, faults, caveat } = outcome
    const memory = peakMemoryMiB === null ? '–' : String(Math.round(peakMemoryMiB))
    console.log(line(faults.length === 0 ? '✓' : '✗', `${id} ${title}`, verdict, String(wallMs), memory))
    console.log(`       ${intent}`)
    for (const fault of faults) console.log(`       NOT CONTAINED: ${fault}`)
    if (caveat) console.log(`       note: ${caveat}`)
  }
  const loose = outcomes.filter(({ faults }) => faults.length > 0).map(({ id }) => id)
  const untried = outcomes.filter(({ verdict }) => verdict === 'not tried').length
  console.log(`\n${outcomes.length - loose.length - untried} of ${outcomes.length} contained in box ${name}.`)
  if (untried > 0) console.log(`${untried} not tried: they need a C compiler (Debian, Ubuntu: apt-get install gcc).`)
  if (loose.length > 0) console.log(`Not contained: ${loose.join(', ')}`)
  return outcomes
}

const line = (mark: string, what: string, verdict: string, ms: string, memory: string): string =>
  `${mark.padEnd(2)} ${what.padEnd(62)} ${verdict.padEnd(15)} ${ms.padStart(6)} ${memory.padStart(5)}`.trimEnd()
