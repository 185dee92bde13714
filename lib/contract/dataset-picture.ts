import { z } from 'zod'

/** What a dataset looks like, drawn once from its training rows when it is published; never from hidden ones. */
const Histogram = z.strictObject({
  low: z.number(),
  high: z.number(),
  /** Rows a bin, bins of equal width; one list, or one a class where there are few. */
  counts: z.array(z.array(z.number().int())),
})
export type Histogram = z.infer<typeof Histogram>

export const FeaturePicture = z.strictObject({
  name: z.string(),
  mean: z.number(),
  deviation: z.number(),
  histogram: Histogram,
})
export type FeaturePicture = z.infer<typeof FeaturePicture>

/** Class name of a sample; for a regression its target. */
const label = z.string()

export const DatasetPicture = z.strictObject({
  rows: z.number().int(),
  /** Rows of each class, in the card's order; or how the targets lie. */
  targets: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('classes'), counts: z.array(z.number().int()) }),
    z.strictObject({ kind: z.literal('values'), mean: z.number(), deviation: z.number(), histogram: Histogram }),
  ]),
  /** Columns of a table, channels of a series; empty for pictures and texts. */
  features: z.array(FeaturePicture),
  samples: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('none') }),
    z.strictObject({
      kind: z.literal('images'),
      images: z.array(z.strictObject({ label, png: z.base64() })),
    }),
    z.strictObject({
      kind: z.literal('sequences'),
      /** Readings by channel. */
      sequences: z.array(z.strictObject({ label, channels: z.array(z.array(z.number())) })),
    }),
    z.strictObject({
      kind: z.literal('tokens'),
      texts: z.array(z.strictObject({ label, tokens: z.array(z.number().int()) })),
    }),
  ]),
})
export type DatasetPicture = z.infer<typeof DatasetPicture>
