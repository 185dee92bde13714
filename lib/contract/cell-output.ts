import { z } from 'zod'

/**
 * What a code cell shows: text and plots, as data. A cell's code can send anything, so the page parses it by these and
 * draws with components of its own; no HTML ever comes out of the sandbox.
 */
const Label = z.string().transform((text) => text.slice(0, 120))
const MAX_POINTS = 5_000

const Point = z.strictObject({ x: z.number(), y: z.number() })
const common = { title: Label.optional() }

export const Plot = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('line'),
    ...common,
    /** Of the y axis. */
    label: Label.optional(),
    series: z
      .array(z.strictObject({ name: Label, points: z.array(Point).max(MAX_POINTS) }))
      .min(1)
      .max(6),
  }),
  z.strictObject({
    kind: z.literal('scatter'),
    ...common,
    /** Points by colour. */
    groups: z
      .array(z.strictObject({ name: Label, points: z.array(Point).max(MAX_POINTS) }))
      .min(1)
      .max(6),
  }),
  z.strictObject({
    kind: z.literal('bars'),
    ...common,
    bars: z
      .array(z.strictObject({ label: Label, value: z.number() }))
      .min(1)
      .max(60),
  }),
  z.strictObject({
    kind: z.literal('image'),
    ...common,
    width: z.number().int().min(1).max(256),
    height: z.number().int().min(1).max(256),
    /** Row by row: 1 (grey) or 3 (red, green, blue) numbers a pixel, from `low` (black) to `high` (white). */
    channels: z.union([z.literal(1), z.literal(3)]),
    values: z.array(z.number()).max(256 * 256 * 3),
    low: z.number(),
    high: z.number(),
  }),
])
export type Plot = z.infer<typeof Plot>
export const PLOT_LIMITS = { points: MAX_POINTS, series: 6, bars: 60, side: 256 } as const

export const CellOutput = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('text'),
    level: z.enum(['log', 'warn', 'error']),
    text: z.string().transform((text) => text.slice(0, 20_000)),
  }),
  /** Of the last expression. */
  z.strictObject({ kind: z.literal('value'), text: z.string().transform((text) => text.slice(0, 20_000)) }),
  z.strictObject({ kind: z.literal('plot'), plot: Plot }),
])
export type CellOutput = z.infer<typeof CellOutput>
