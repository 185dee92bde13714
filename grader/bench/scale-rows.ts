import { z } from 'zod'
import type { Generate } from '#lib/catalogue/generate-rows.ts'
import { importTrusted } from '#lib/catalogue/import-trusted.ts'
import { keyedHash } from '#lib/catalogue/keyed-hash.ts'
import { seeded } from '#lib/catalogue/seeded.ts'

export interface ScaleRows {
  x: number[][]
  y: number[]
}

const Module = z.looseObject({ generate: z.custom<Generate>((value) => typeof value === 'function') })

/** As many rows as asked for, always the same ones, and none of any installation's. */
export async function drawScaleRows(root: string, dataset: string, purpose: string, count: number): Promise<ScaleRows> {
  const { generate } = Module.parse(await importTrusted(root, `datasets/${dataset}/generator.ts`))
  const { x, y } = generate(count, seeded(keyedHash('learning curve', dataset, purpose)))
  return { x: x.map((row) => Array.from(row)), y }
}

export const firstRows = ({ x, y }: ScaleRows, count: number): ScaleRows => ({
  x: x.slice(0, count),
  y: y.slice(0, count),
})
