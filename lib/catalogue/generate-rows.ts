import { z } from 'zod'
import type { Dataset, SplitName } from '../contract/dataset.ts'
import { takeRows } from '../contract/rows.ts'
import { importTrusted } from './import-trusted.ts'
import { keyedHash } from './keyed-hash.ts'
import { AuthorError } from './read-definition.ts'
import { type Table, tableOf } from './read-source.ts'
import { type Rng, seeded } from './seeded.ts'

/** What a generator.ts exports as `generate`. Each x is one row, flattened; values rounded, so that every machine agrees. */
export type Generate = (count: number, rng: Rng) => { x: ArrayLike<number>[]; y: number[] }

const Module = z.looseObject({ generate: z.custom<Generate>((value) => typeof value === 'function') })

/** The rows of one split, drawn from a seed that only this installation knows. @throws AuthorError */
export async function generateRows(root: string, card: Dataset, split: SplitName, secret: string): Promise<Table> {
  const path = `datasets/${card.name}/generator.ts`
  const module = Module.safeParse(await importTrusted(root, path))
  if (!module.success) throw new AuthorError([`${path}: exports no function \`generate\``])
  const count = card.split[split]
  const rng = seeded(keyedHash(secret, 'generate', card.name, card.version, split))
  const { x, y } = module.data.generate(count, rng)
  if (y.length !== count) throw new AuthorError([`${path}: gave ${y.length} rows, not ${count}`])
  const table = tableOf(card, path, x, y)
  if (card.ordered) return table
  const order = rng.shuffle(y.map((_, i) => i))
  return { x: takeRows(table.x, order), y: takeRows(table.y, order) }
}
