import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { encode } from 'fast-png'
import { zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { stringify } from 'yaml'
import { temporaryCatalogue } from '#tests/helpers/temporary-catalogue.ts'
import type { SplitName } from '../contract/dataset.ts'
import { rowsFrom } from '../contract/rows.ts'
import { openBlobStore } from './blob-store.ts'
import { publishDataset } from './publish-dataset.ts'
import { manifestHash } from './read-image-folder.ts'

const sha256 = (content: string | Uint8Array) => createHash('sha256').update(content).digest('hex')

const CARD = {
  name: 'tiny',
  version: 1,
  title: 'Tiny',
  task: 'binary',
  shape: [2],
  outputs: 1,
  classes: ['no', 'yes'],
  features: [{ name: 'a' }, { name: 'b' }],
  split: { train: 10, public: 4, private: 6 },
  synthetic: true,
  story: 'A few numbers.',
  origin: 'This test.',
  licence: 'MIT',
}
// Column a is the row's number, so that rows can be told apart; every other row is of class 1.
const CSV = ['a,b,y', ...Array.from({ length: 20 }, (_, row) => `${row},${row + 100},${row % 2}`)].join('\n')
const csvCard = (csv = CSV) => ({
  ...CARD,
  source: { kind: 'csv', file: 'tiny.csv', sha256: sha256(csv), target: 'y' },
})

async function publish(files: Record<string, string | Uint8Array>, card: object, secret = 's') {
  const named = Object.fromEntries(Object.entries(files).map(([path, text]) => [`datasets/tiny/${path}`, text]))
  const root = await temporaryCatalogue({ ...named, 'datasets/tiny/dataset.yaml': stringify(card) })
  const store = openBlobStore(root)
  const published = await publishDataset({ root, store, secret, name: 'tiny' })
  const read = async (split: SplitName) => {
    const { x, y } = published.splits[split]
    return { x: rowsFrom(await store.get(x.sha256), x.shape), y: rowsFrom(await store.get(y.sha256), y.shape) }
  }
  return { published, train: await read('train'), public: await read('public'), private: await read('private') }
}

describe('a table', () => {
  it('is dealt whole: every row once, each with its own target', async () => {
    const { train, public: open, private: hidden } = await publish({ 'tiny.csv': CSV }, csvCard())
    expect([train.x.shape, open.x.shape, hidden.x.shape, hidden.y.shape]).toEqual([
      [10, 2],
      [4, 2],
      [6, 2],
      [6, 1],
    ])
    const rows = [train, open, hidden].flatMap(({ x, y }) =>
      [...y.data].map((label, i) => ({ a: x.data[2 * i], b: x.data[2 * i + 1], label })),
    )
    expect(rows.map(({ a = -1 }) => a).sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, row) => row))
    for (const { a = -1, b, label } of rows) expect([b, label]).toEqual([a + 100, a % 2])
  })

  it('has the same hash for the same secret and version, another for others', async () => {
    const hashOf = async (card: object, secret: string) =>
      (await publish({ 'tiny.csv': CSV }, card, secret)).published.hash
    const first = await hashOf(csvCard(), 's')
    expect(await hashOf(csvCard(), 's')).toBe(first)
    expect(await hashOf(csvCard(), 't')).not.toBe(first)
    expect(await hashOf({ ...csvCard(), version: 2 }, 's')).not.toBe(first)
  })

  it.each([
    ['changed since its card was written', CSV, { ...csvCard('other') }, /tiny\.csv: sha256 is .*, the card says/],
    ['with a word for a number', CSV.replace('3,103', 'x,103'), null, /tiny\.csv: row 5, a: "x" is no number/],
    ['with an empty field', CSV.replace('3,103', ',103'), null, /row 5, a: "" is no number/],
    ['with a label beyond its classes', CSV.replace('3,103,1', '3,103,2'), null, /2 is no class; there are 2/],
    [
      'with columns in another order',
      CSV.replace('a,b', 'b,a'),
      null,
      /its columns are b, a; the card's features differ/,
    ],
    ['without its target', CSV.replace('a,b,y', 'a,b,z'), null, /has no column y/],
  ])('%s is refused', async (_, csv, card, message) => {
    await expect(publish({ 'tiny.csv': csv }, card ?? csvCard(csv))).rejects.toThrow(message)
  })
})

it('reads images in IDX form', async () => {
  const header = (...axes: number[]) => [0, 0, 8, axes.length, ...axes.flatMap((axis) => [0, 0, 0, axis])]
  const images = gzipSync(Uint8Array.from([...header(20, 1, 2), ...Array.from({ length: 40 }, (_, i) => i)]))
  const labels = gzipSync(Uint8Array.from([...header(20), ...Array.from({ length: 20 }, (_, i) => i % 2)]))
  const source = {
    kind: 'idx',
    images: { file: 'x.gz', sha256: sha256(images) },
    labels: { file: 'y.gz', sha256: sha256(labels) },
  }
  const { private: hidden } = await publish({ 'x.gz': images, 'y.gz': labels }, { ...CARD, shape: [1, 2, 1], source })
  expect(hidden.x.shape).toEqual([6, 1, 2, 1])
  for (let i = 0; i < 6; i++) {
    const first = hidden.x.data[2 * i] ?? -1
    expect([hidden.x.data[2 * i + 1], hidden.y.data[i]]).toEqual([first + 1, (first / 2) % 2])
  }
})

describe('numpy arrays', () => {
  const npy = (shape: string, values: number[]) => {
    const header = `{'descr': '|u1', 'fortran_order': False, 'shape': ${shape}, }\n`
    const length = [header.length & 255, header.length >> 8]
    return Uint8Array.from([0x93, ...Buffer.from('NUMPY'), 1, 0, ...length, ...Buffer.from(header), ...values])
  }
  const x = npy(
    '(20, 2)',
    Array.from({ length: 40 }, (_, i) => i),
  )
  const y = npy(
    '(20,)',
    Array.from({ length: 20 }, (_, i) => i % 2),
  )
  const archive = zipSync({ 'rows.npy': x, 'labels.npy': y })
  const npz = { kind: 'npz', file: 'tiny.npz', sha256: sha256(archive), x: 'rows', y: 'labels' }
  const pair = { kind: 'npy', x: { file: 'x.npy', sha256: sha256(x) }, y: { file: 'y.npy', sha256: sha256(y) } }

  it.each([
    ['in an archive', { 'tiny.npz': archive }, npz],
    ['in two files', { 'x.npy': x, 'y.npy': y }, pair],
  ])('%s are dealt row with label', async (_, files, source) => {
    const { private: hidden } = await publish(files, { ...CARD, source })
    for (let i = 0; i < 6; i++) {
      const first = hidden.x.data[2 * i] ?? -1
      expect([hidden.x.data[2 * i + 1], hidden.y.data[i]]).toEqual([first + 1, (first / 2) % 2])
    }
  })

  it.each([
    [
      'of another width',
      { ...CARD, shape: [4], source: npz },
      /datasets\/tiny: rows of shape \[2\], the card says \[4\]/,
    ],
    ['under another name', { ...CARD, source: { ...npz, y: 'y' } }, /tiny\.npz: has no array y; it holds rows, labels/],
    ['that changed', { ...CARD, source: { ...npz, sha256: '0'.repeat(64) } }, /tiny\.npz: sha256 is/],
    ['that are not there', { ...CARD, source: pair }, /datasets\/tiny\/x\.npy: no such file/],
  ])('%s are refused', async (_, card, message) => {
    await expect(publish({ 'tiny.npz': archive }, card)).rejects.toThrow(message)
  })
})

describe('folders of pictures', () => {
  const picture = (value: number) => encode({ width: 4, height: 2, channels: 1, data: new Uint8Array(8).fill(value) })
  const files = Object.fromEntries(
    Array.from({ length: 20 }, (_, i) => [`${i % 2 ? 'yes' : 'no'}/${String(i).padStart(2, '0')}.png`, picture(i)]),
  )
  const hash = manifestHash(Object.entries(files).map(([path, bytes]) => ({ path, bytes })))
  const source = { kind: 'images', folder: 'pictures', sha256: hash }
  const card = { ...CARD, shape: [1, 2, 1], source }
  const inFolder = (all: Record<string, Uint8Array>) =>
    Object.fromEntries(Object.entries(all).map(([path, bytes]) => [`pictures/${path}`, bytes]))

  it('become rows of the card’s shape, each of the class of its folder', async () => {
    const { private: hidden } = await publish(inFolder(files), card)
    expect(hidden.x.shape).toEqual([6, 1, 2, 1])
    for (let i = 0; i < 6; i++) {
      const value = hidden.x.data[2 * i] ?? -1
      expect([hidden.x.data[2 * i + 1], hidden.y.data[i]]).toEqual([value, value % 2])
    }
  })

  it.each([
    ['a changed picture', { ...files, 'no/00.png': picture(99) }, card, /pictures: sha256 of the manifest is/],
    ['a picture more', { ...files, 'no/x.png': picture(1) }, card, /sha256 of the manifest is/],
    ['a folder that is no class', { ...files, 'may/x.png': picture(1) }, card, /folders may are no classes/],
    ['a shape without channels', files, { ...card, shape: [2] }, /shape: pictures need \[height, width, 1 or 3\]/],
    ['no folder', {}, card, /datasets\/tiny\/pictures: no such folder/],
  ])('with %s are refused', async (_, all, wrong, message) => {
    await expect(publish(inFolder(all), wrong)).rejects.toThrow(message)
  })

  it('with a file that is no picture are refused by its name', async () => {
    const all = { ...files, 'no/00.png': new TextEncoder().encode('text') }
    const own = manifestHash(Object.entries(all).map(([path, bytes]) => ({ path, bytes })))
    const broken = { ...card, source: { ...source, sha256: own } }
    await expect(publish(inFolder(all), broken)).rejects.toThrow(/datasets\/tiny\/pictures\/no\/00\.png: /)
  })
})

describe('a generator', () => {
  const card = { ...CARD, source: { kind: 'generator' } }
  const drawing = `
    import type { Rng } from 'anywhere'
    export const generate = (count: number, rng: Rng) => ({
      x: Array.from({ length: count }, (_, i) => [i, rng.uniform()]),
      y: Array.from({ length: count }, (_, i) => i % 2),
    })`

  it('draws each split from a key of its own and mixes the rows', async () => {
    const { train, private: hidden } = await publish({ 'generator.ts': drawing }, card)
    const drawn = (table: typeof train) => [...table.x.data].filter((_, i) => i % 2 === 1)
    expect(drawn(train).filter((value) => drawn(hidden).includes(value))).toEqual([])
    const order = [...train.x.data].filter((_, i) => i % 2 === 0)
    expect(order).not.toEqual([...order].sort((a, b) => a - b))
    order.forEach((row, i) => {
      expect(train.y.data[i]).toBe(row % 2)
    })
  })

  it('keeps the order of a series', async () => {
    const { train } = await publish({ 'generator.ts': drawing }, { ...card, ordered: true })
    expect([...train.y.data]).toEqual([0, 1, 0, 1, 0, 1, 0, 1, 0, 1])
  })

  it.each([
    ['no function', 'export const other = 1', /exports no function `generate`/],
    ['too few rows', 'export const generate = () => ({ x: [[1, 2]], y: [1] })', /gave 1 rows, not 10/],
    ['a row of another width', drawing.replace('[i, rng.uniform()]', '[i]'), /row 0 has 1 numbers, not 2/],
    ['a syntax error', 'export const = 1', /datasets\/tiny\/generator\.ts: .*Expected identifier/s],
    ['an error while it is loaded', "throw new Error('no')", /datasets\/tiny\/generator\.ts: no$/],
  ])('with %s is refused', async (_, source, message) => {
    await expect(publish({ 'generator.ts': source }, card)).rejects.toThrow(message)
  })
})
