import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { ownerName } from './process-identity.ts'
import { claimUidSlot, sweepUidSlots } from './uid-slots.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'gradus-slots-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

it('gives each box a user of its own, and gives it again once released', () => {
  const first = claimUidSlot(folder)
  const second = claimUidSlot(folder)
  expect(second.uid).not.toBe(first.uid)
  first.release()
  expect(claimUidSlot(folder).uid).toBe(first.uid)
})

it('frees what a dead worker held, and nothing else', () => {
  const living = claimUidSlot(folder)
  // No process has this pid with this start time.
  const [namespace] = ownerName().split('-', 1)
  writeFileSync(path.join(folder, '7'), `${namespace}-4194304-1`)
  // One in another container, whose processes cannot be seen from here, may well be alive.
  writeFileSync(path.join(folder, '8'), '1-4194304-1')
  expect(sweepUidSlots(folder)).toBe(1)
  expect(readdirSync(folder).sort()).toEqual([String(living.uid - 200_000), '8'])
})
