import { type Dataset, type PublishedDataset, SPLITS, type SplitName } from '../contract/dataset.ts'
import { bytesOf, type Rows, takeRows } from '../contract/rows.ts'
import type { BlobStore } from './blob-store.ts'
import { dealRows } from './deal-rows.ts'
import { generateRows } from './generate-rows.ts'
import { hashOfJson } from './keyed-hash.ts'
import { readDataset } from './read-dataset.ts'
import { classCount, readSource, type Table } from './read-source.ts'
import { targetStrata } from './target-strata.ts'

/**
 * Decides, from the installation's secret, which rows of a dataset version are hidden, and stores every split by hash.
 * The same secret and version give the same hash, however often and wherever it is done.
 * @throws AuthorError when card or data are wrong
 */
export async function publishDataset(input: {
  root: string
  store: BlobStore
  secret: string
  name: string
}): Promise<PublishedDataset> {
  const { root, store, secret, name } = input
  const card = await readDataset(root, name)
  const tables = await splitTables(root, card, secret)
  const [train, open, hidden] = await Promise.all(SPLITS.map((split) => putTable(store, tables[split])))
  if (!train || !open || !hidden) throw new Error('three splits')
  const manifest = { name, version: card.version, splits: { train, public: open, private: hidden } }
  return { ...manifest, hash: hashOfJson(manifest) }
}

async function splitTables(root: string, card: Dataset, secret: string): Promise<Record<SplitName, Table>> {
  const { source } = card
  if (source.kind === 'generator') {
    const generate = (split: SplitName) => generateRows(root, card, split, secret)
    return { train: await generate('train'), public: await generate('public'), private: await generate('private') }
  }
  const { x, y } = await readSource(root, card, source)
  const deal = dealRows({
    rows: y.data.length,
    classes: classCount(card) === null ? targetStrata(y.data) : [...y.data],
    ordered: card.ordered,
    split: card.split,
    secret,
    purpose: `${card.name}/${card.version}`,
  })
  const take = (split: SplitName): Table => ({ x: takeRows(x, deal[split]), y: takeRows(y, deal[split]) })
  return { train: take('train'), public: take('public'), private: take('private') }
}

async function putTable(store: BlobStore, { x, y }: Table) {
  const put = async (rows: Rows) => ({ sha256: await store.put(bytesOf(rows)), shape: rows.shape })
  return { x: await put(x), y: await put(y) }
}
