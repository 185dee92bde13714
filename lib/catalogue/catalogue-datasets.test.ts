import { readdir } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { temporaryCatalogue } from '#tests/helpers/temporary-catalogue.ts'
import { SPLITS } from '../contract/dataset.ts'
import { rowsFrom } from '../contract/rows.ts'
import { openBlobStore } from './blob-store.ts'
import { listDatasets } from './list-datasets.ts'
import { publishDataset } from './publish-dataset.ts'
import { readDataset } from './read-dataset.ts'
import { classCount } from './read-source.ts'

const ROOT = new URL('../..', import.meta.url).pathname
const names = await listDatasets(ROOT)
/** Loaded and counted for their exercises already, and large. */
const LARGE = new Set(['mnist10k', 'rock-texture', 'rock-texture-hard'])

describe.each(names.filter((name) => !LARGE.has(name)))('%s', { timeout: 60_000 }, (name) => {
  it('publishes every split as its card says', async () => {
    const store = openBlobStore(await temporaryCatalogue({}))
    const card = await readDataset(ROOT, name)
    const published = await publishDataset({ root: ROOT, store, secret: 's', name })
    for (const split of SPLITS) {
      const { x, y } = published.splits[split]
      expect(x.shape).toEqual([card.split[split], ...card.shape])
      const values = rowsFrom(await store.get(x.sha256), x.shape).data
      expect(values.every(Number.isFinite)).toBe(true)
      const labels = rowsFrom(await store.get(y.sha256), y.shape).data
      const classes = classCount(card)
      // Every class is there to be learnt and to be asked for.
      if (classes !== null) expect(new Set(labels).size).toBe(classes)
    }
    expect(card.classes?.length ?? null).toBe(classCount(card))
    expect((await publishDataset({ root: ROOT, store, secret: 's', name })).hash).toBe(published.hash)
    // A table of a series keeps its order: which rows are hidden is no secret there.
    const elsewhere = await publishDataset({ root: ROOT, store, secret: 'other', name })
    expect(elsewhere.hash === published.hash).toBe(card.ordered && card.source.kind !== 'generator')
  })
})

it.each(names)('%s says where it comes from and under what licence', async (name) => {
  const { synthetic, source, licence } = await readDataset(ROOT, name)
  if (synthetic) expect(source.kind).toBe('generator')
  const notice = /LICENSE-[\w-]+\.txt/.exec(licence)?.[0]
  if (notice) expect(await readdir(`${ROOT}/datasets/${name}`)).toContain(notice)
})
