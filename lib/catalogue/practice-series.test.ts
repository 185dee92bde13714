import { describe, expect, it } from 'vitest'
import { temporaryCatalogue } from '#tests/helpers/temporary-catalogue.ts'
import type { SplitName } from '../contract/dataset.ts'
import { rowsFrom } from '../contract/rows.ts'
import { openBlobStore } from './blob-store.ts'
import { publishDataset } from './publish-dataset.ts'

const ROOT = new URL('../..', import.meta.url).pathname

/** Of the real series that ship without an exercise. */
async function publish(name: string) {
  const store = openBlobStore(await temporaryCatalogue({}))
  const published = await publishDataset({ root: ROOT, store, secret: 's', name })
  return async (split: SplitName) => {
    const { x, y } = published.splits[split]
    return { x: rowsFrom(await store.get(x.sha256), x.shape), y: rowsFrom(await store.get(y.sha256), y.shape) }
  }
}

describe.each([
  // January and February 1950; 1700 and 1701.
  { name: 'elnino', steps: 24, first: [23.11, 24.2], rows: { train: 420, public: 108, private: 180 } },
  { name: 'sunspots', steps: 22, first: [5, 11], rows: { train: 187, public: 40, private: 60 } },
])('$name', ({ name, steps, first, rows }) => {
  it('publishes windows in their order, each split after the one before', async () => {
    const read = await publish(name)
    const [train, open, hidden] = [await read('train'), await read('public'), await read('private')]
    expect([train, open, hidden].map(({ x }) => x.shape)).toEqual(Object.values(rows).map((count) => [count, steps, 1]))
    expect([...train.x.data.slice(0, 2)]).toEqual(first.map(Math.fround))
    // The window one step on ends with the target of the one before it; so it goes on across the splits.
    const endOf = (x: typeof train.x, row: number) => x.data[(row + 1) * steps - 1]
    expect(endOf(train.x, 1)).toBe(train.y.data[0])
    expect(endOf(open.x, 0)).toBe(train.y.data.at(-1))
    expect(endOf(hidden.x, 0)).toBe(open.y.data.at(-1))
  })
})
