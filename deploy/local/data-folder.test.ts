import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { dataFolder, openDataFolder } from '#deploy/local/data-folder.mjs'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'gradus-data-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

it('keeps the secrets it made up, for whoever loses them loses sessions and hidden rows', async () => {
  const first = await openDataFolder(folder)
  expect(await openDataFolder(folder)).toEqual(first)
  expect(first.dealSecret).not.toBe(first.sessionSecret)
})

it('lets nobody else read them', async () => {
  await openDataFolder(folder)
  expect(statSync(path.join(folder, 'settings.json')).mode & 0o077).toBe(0)
})

it('is where GRADUS_DATA says', () => {
  expect(dataFolder({ NODE_ENV: 'test', GRADUS_DATA: folder })).toBe(folder)
})
