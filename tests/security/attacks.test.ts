import { randomBytes } from 'node:crypto'
import { chmodSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Box } from '#grader/box/box.ts'
import { boxCacheFolder, isRoot } from '#grader/box/box-folders.ts'
import { chooseBox } from '#grader/box/choose-box.ts'
import { findCgroups } from '#grader/box/prepare-boxes.ts'
import type { Attack } from './attack.ts'
import { hostState, leftovers, strayBoxProcesses } from './host-state.ts'
import { ATTACK_LIMITS, HIDDEN_CANARY, runAttack } from './run-attack.ts'

const folder = path.join(import.meta.dirname, 'attacks')
const attacks: Attack[] = await Promise.all(
  readdirSync(folder)
    .sort()
    .map(async (file) => (await import(path.join(folder, file))).attack),
)

/** In the worker's environment and in a file beside it: must never come out of a box. */
const secret = `canary-${randomBytes(12).toString('hex')}`
const NEIGHBOUR = {
  kind: 'functions',
  source: 'export const functions = { first: (x: number[]) => x.map((v) => v * 2) }',
} as const

const boxes: Record<string, Box | undefined> = {}
let secretFolder = ''
const layout = isRoot() ? findCgroups() : null

beforeAll(async () => {
  process.env.GRADUS_TEST_SECRET = secret
  secretFolder = mkdtempSync('/tmp/gradus-labels-')
  chmodSync(secretFolder, 0o755)
  writeFileSync(path.join(secretFolder, 'labels.json'), secret)
  for (const level of ['full', 'personal'] as const) {
    const choice = await chooseBox(level)
    if (choice.ok) boxes[level] = choice.box
  }
})

afterAll(() => {
  delete process.env.GRADUS_TEST_SECRET
  rmSync(secretFolder, { recursive: true, force: true })
})

it('has a box of some level on this machine', () => {
  expect(Object.values(boxes).filter(Boolean).length).toBeGreaterThan(0)
})

it('numbers each attack once', () => {
  expect(new Set(attacks.map(({ number }) => number)).size).toBe(attacks.length)
  expect(attacks.length).toBeGreaterThanOrEqual(20)
})

const levels = isRoot() ? (['full', 'personal'] as const) : (['personal'] as const)

describe.each(levels)('in a %s box', (level) => {
  it.each(attacks.map((attack) => [`${attack.number} ${attack.title}`, attack] as const))(
    'contains %s',
    async (_, attack) => {
      const box = boxes[level]
      if (!box) throw new Error(`this machine has no box of level ${level}`)
      const before = hostState(boxCacheFolder())
      const start = () => box.start(ATTACK_LIMITS)
      const [outcome, neighbour] = await Promise.all([runAttack(start, attack), runAttack(start, NEIGHBOUR)])

      const seen = [...outcome.console, ...outcome.messages].join('\n')
      expect(seen).not.toMatch(/PWNED/)
      expect(seen).not.toContain(secret)
      expect(seen).not.toContain(secretFolder)
      expect(seen).not.toContain(String(HIDDEN_CANARY))
      expect(attack.verdicts, seen.slice(0, 2_000)).toContain(outcome.verdict)
      if (outcome.verdict !== 'scored') expect(outcome.messages[0]).toMatch(/\w/)
      attack.verify?.(outcome)

      expect(neighbour.verdict).toBe('scored')
      expect(hostState(boxCacheFolder())).toBe(before)
      expect(leftovers(layout)).toEqual([])
      // A process that has been killed needs a moment to give back its memory.
      if (isRoot()) await expect.poll(strayBoxProcesses, { timeout: 2_000 }).toEqual([])
    },
    60_000,
  )
})
