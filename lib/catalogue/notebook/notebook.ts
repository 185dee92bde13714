import { z } from 'zod'

/**
 * As much of the notebook format 4.5 as an export uses, after
 * https://nbformat.readthedocs.io/en/latest/format_description.html: what is missing here is refused on the way out.
 */
const id = z.string().regex(/^[a-zA-Z0-9-_]{1,64}$/)
/** Lines with their line breaks, as Jupyter writes them; the last has none. */
const source = z.array(z.string())

export const Notebook = z.strictObject({
  nbformat: z.literal(4),
  nbformat_minor: z.literal(5),
  metadata: z.strictObject({
    title: z.string(),
    kernelspec: z.strictObject({ name: z.string(), display_name: z.string(), language: z.string() }),
    language_info: z.strictObject({ name: z.string(), file_extension: z.string(), mimetype: z.string() }),
  }),
  cells: z
    .array(
      z.discriminatedUnion('cell_type', [
        z.strictObject({ id, cell_type: z.literal('markdown'), metadata: z.strictObject({}), source }),
        z.strictObject({
          id,
          cell_type: z.literal('code'),
          metadata: z.strictObject({}),
          execution_count: z.null(),
          outputs: z.tuple([]),
          source,
        }),
      ]),
    )
    .refine((cells) => new Set(cells.map((cell) => cell.id)).size === cells.length, 'two cells of one id'),
})
export type Notebook = z.infer<typeof Notebook>
