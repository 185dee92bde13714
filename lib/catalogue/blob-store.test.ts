import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { BlobError, openBlobStore } from './blob-store.ts'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gradus-blobs-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const ABC = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'
const bytes = (text: string) => new TextEncoder().encode(text)
const pathOf = (hash: string) => join(folder, 'blobs', hash.slice(0, 2), hash)

it('gives back what was put, by its SHA-256', async () => {
  const store = openBlobStore(folder)
  expect(await store.put(bytes('abc'))).toBe(ABC)
  expect(new TextDecoder().decode(await openBlobStore(folder).get(ABC))).toBe('abc')
})

it('takes the same bytes from many at once and leaves one file', async () => {
  const store = openBlobStore(folder)
  await Promise.all(Array.from({ length: 20 }, () => store.put(bytes('abc'))))
  expect(await readdir(join(folder, 'blobs', 'ba'))).toEqual([ABC])
})

it('refuses other bytes under the name', async () => {
  const store = openBlobStore(folder)
  await store.put(bytes('abc'))
  await writeFile(pathOf(ABC), 'abd')
  await expect(store.get(ABC)).rejects.toMatchObject({ reason: 'mismatch', hash: ABC })
})

it('mends a file that was cut short when the bytes are put again', async () => {
  const store = openBlobStore(folder)
  await store.put(bytes('abc'))
  await writeFile(pathOf(ABC), 'a')
  await store.put(bytes('abc'))
  expect(await readFile(pathOf(ABC), 'utf8')).toBe('abc')
})

it.each(['0'.repeat(64), '../../etc/passwd', ''])('says that %o is not there', async (hash) => {
  const get = openBlobStore(folder).get(hash)
  await expect(get).rejects.toBeInstanceOf(BlobError)
  await expect(get).rejects.toMatchObject({ reason: 'missing' })
})
