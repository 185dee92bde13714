import { z } from 'zod'
import { type FigureName, FigureSpec } from '#lib/contract/figure.ts'

export interface Parameter {
  name: string
  /** "one of …", "1 to 4 of …", "whole number from 2 to 20". */
  values: string
  /** What it is when left out; null when it has to be given. */
  standard: string | null
}

/** The part of JSON Schema that figures' parameters use. */
const Property = z.object({
  type: z.string().optional(),
  enum: z.array(z.string()).optional(),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
  minItems: z.number().optional(),
  maxItems: z.number().optional(),
  default: z.unknown().optional(),
  get items() {
    return Property.optional()
  },
})
type Property = z.infer<typeof Property>
const Schema = z.object({ properties: z.record(z.string(), z.unknown()) })

/** What a lesson may say of a figure besides its name and caption, read from the schema itself. */
export function parametersOf(name: FigureName): Parameter[] {
  const option = FigureSpec.options.find(({ shape }) => shape.name.value === name)
  if (!option) throw new RangeError(`no figure ${name}`)
  const { properties } = Schema.parse(z.toJSONSchema(option, { io: 'input' }))
  return Object.entries(properties)
    .filter(([key]) => key !== 'name' && key !== 'caption')
    .map(([key, value]) => {
      const property = Property.parse(value)
      return {
        name: key,
        values: describe(property),
        standard: property.default === undefined ? null : String(property.default),
      }
    })
}

function describe({ type, enum: names, minimum, maximum, minItems, maxItems, items }: Property): string {
  if (items) return `list of ${minItems} to ${maxItems}: ${describe(items)}`
  if (names) return names.join(', ')
  if (type === 'boolean') return 'true, false'
  if (type === 'integer') return `whole number from ${minimum} to ${maximum}`
  if (type === 'number') return `number from ${minimum} to ${maximum}`
  return 'text'
}
