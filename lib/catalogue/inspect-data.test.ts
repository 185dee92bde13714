import { join } from 'node:path'
import { encode } from 'fast-png'
import { expect, it } from 'vitest'
import { temporaryCatalogue } from '#tests/helpers/temporary-catalogue.ts'
import { DatasetSource } from '../contract/dataset.ts'
import { inspectData } from './inspect-data.ts'

const ROOT = new URL('../../datasets', import.meta.url).pathname

async function inspect(files: Record<string, string | Uint8Array>, path: string, labels?: string) {
  const root = await temporaryCatalogue(files)
  const found = await inspectData(join(root, path), labels && join(root, labels))
  expect(DatasetSource.safeParse(found.card.source).success).toBe(true)
  return found
}

it('finds what the cards of this repository say', async () => {
  const wine = await inspectData(join(ROOT, 'wine/wine.csv'))
  expect(wine.card).toMatchObject({
    task: 'multiclass',
    shape: [13],
    outputs: 3,
    source: {
      kind: 'csv',
      file: 'wine.csv',
      sha256: '6f759e367b505d34408f02ee438c63fd4c780d3cfb52c363c79dd400be1f64db',
      target: 'cultivar',
    },
  })
  const digits = await inspectData(join(ROOT, 'mnist10k/images.idx3.gz'), join(ROOT, 'mnist10k/labels.idx1.gz'))
  expect(digits.card).toMatchObject({ task: 'multiclass', shape: [28, 28, 1], outputs: 10 })
  expect(digits.findings[0]).toBe('10000 rows of shape [28,28,1]')
})

it('deals all rows to the three splits', async () => {
  const csv = ['a,y', ...Array.from({ length: 21 }, (_, i) => `${i},${i / 2}`)].join('\n')
  const { card, findings } = await inspect({ 'x.csv': csv }, 'x.csv')
  expect(card).toMatchObject({ task: 'regression', outputs: 1, split: { train: 12, public: 3, private: 6 } })
  expect(findings).toContain(
    'targets from 0 to 10, 21 different ones: a regression. Classes would be 0, 1, 2 and so on',
  )
})

it('names columns that are no numbers', async () => {
  const { findings } = await inspect({ 'x.csv': 'a,b,y\nred,1,0\n,2,1' }, 'x.csv')
  expect(findings).toContain('not numbers everywhere: a; encode or drop them first')
})

it('looks at a folder of pictures', async () => {
  const png = encode({ width: 5, height: 4, channels: 1, data: new Uint8Array(20) })
  const { card, findings } = await inspect({ 'p/ore/1.png': png, 'p/waste/1.png': png, 'p/waste/2.png': png }, 'p')
  expect(card).toMatchObject({ task: 'binary', classes: ['ore', 'waste'], source: { kind: 'images', folder: 'p' } })
  expect(findings[0]).toMatch(/^3 pictures; the first is 5 × 4/)
})

it.each([
  ['nowhere.csv', undefined, /there is no such file or folder/],
  ['x.txt', undefined, /is none of/],
  ['x.npy', undefined, /name the file of its labels or targets, too/],
  ['empty.csv', undefined, /has no header, or no rows/],
])('says what is wrong with %s', async (path, labels, message) => {
  await expect(inspect({ 'x.txt': '', 'x.npy': '', 'empty.csv': 'a,b\n' }, path, labels)).rejects.toThrow(message)
})
