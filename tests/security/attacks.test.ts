import { randomBytes } from 'node:crypto'
import { chmodSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Box } from '#grader/box/box.ts'
import { boxCacheFolder, isRoot } from '#grader/box/box-folders.ts'
import { chooseBox } from '#grader/box/choose-box.ts'
import { findCgroups } from '#grader/box/prepare-boxes.ts'
import { startTrainer } from '#grader/trainer/start-trainer.ts'
import type { Trainer } from '#grader/trainer/trainer.ts'
import type { Attack } from './attack.ts'
import { HIDDEN_CANARY } from './attack-bundles.ts'
import { gradeAttack } from './grade-attack.ts'
import { hostState, leftovers, strayBoxProcesses } from './host-state.ts'

const folder = path.join(import.meta.dirname, 'attacks')
const attacks: Attack[] = await Promise.all(
  readdirSync(folder)
    .sort()
    .map(async (file) => (await import(path.join(folder, file))).attack),
)

/** In the worker's environment and in a file of this machine: must never come out of a box. */
const secret = `canary-${randomBytes(12).toString('hex')}`
const NEIGHBOUR = {
  kind: 'functions',
  source: 'export const functions = { first: (x: number[]) => x.map((v) => v * 2) }',
} as const

const levels = isRoot() ? (['full', 'personal'] as const) : (['personal'] as const)
const layout = isRoot() ? findCgroups() : null
const boxes = new Map<string, Box>()
let secretFolder = ''
let trainer: Trainer

beforeAll(async () => {
  process.env.GRADUS_TEST_SECRET = secret
  secretFolder = mkdtempSync('/tmp/gradus-labels-')
  chmodSync(secretFolder, 0o755)
  writeFileSync(path.join(secretFolder, 'labels.json'), secret)
  for (const level of levels) {
    const choice = await chooseBox(level)
    if (!choice.ok) throw new Error(`no box: ${choice.reasons.join('; ')}`)
    boxes.set(level, choice.box)
  }
  trainer = await startTrainer({ threads: 1, oneDnn: false })
})

afterAll(async () => {
  delete process.env.GRADUS_TEST_SECRET
  rmSync(secretFolder, { recursive: true, force: true })
  await trainer?.stop()
})

it('numbers each attack once', () => {
  expect(new Set(attacks.map(({ number }) => number)).size).toBe(attacks.length)
})

describe.each(levels)('in a box of level %s', (level) => {
  it.each(attacks.map((attack) => [`${attack.number} ${attack.title}`, attack] as const))(
    'contains %s',
    async (_, attack) => {
      const box = boxes.get(level)
      if (!box) throw new Error(`no box of level ${level}`)
      const before = hostState(boxCacheFolder())
      const [report, neighbour] = await Promise.all([
        gradeAttack(box, async () => trainer, attack),
        gradeAttack(box, () => Promise.reject(new Error('a by-hand exercise needs no trainer')), NEIGHBOUR),
      ])

      // The private score is not shown before the close, but it holds no rows either.
      const seen = JSON.stringify(report)
      expect(seen).not.toMatch(/PWNED/)
      for (const hidden of [secret, secretFolder, String(HIDDEN_CANARY), String(HIDDEN_CANARY / 10)])
        expect(seen).not.toContain(hidden)
      expect(attack.verdicts, JSON.stringify(report.error)).toContain(report.verdict)
      expect(report.passed || report.finallyPassed).toBe(false)
      if (report.verdict !== 'scored') {
        expect(report).toMatchObject({ points: 0, finalPoints: 0, metric: { public: null, private: null } })
        expect(report.error?.message).toMatch(/\w/)
      }
      attack.verify?.(report)

      expect(neighbour).toMatchObject({ verdict: 'scored', metric: { public: 1 } })
      expect(hostState(boxCacheFolder())).toBe(before)
      expect(leftovers(layout)).toEqual([])
      // A process that has been killed needs a moment to give back its memory.
      if (isRoot()) await expect.poll(strayBoxProcesses, { timeout: 2_000 }).toEqual([])
    },
    60_000,
  )
})
