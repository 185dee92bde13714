import type { Rule } from './evidence.ts'
import { belowPass, isFarFromOne, readsIds, short } from './read-evidence.ts'

/** The widest column spreads this many times as much as the narrowest. */
const UNEVEN = 100

/** Prepared columns are far from 1, or of very different sizes, and nothing in the network evens them out. */
export const inputsNotScaled: Rule = (evidence) => {
  const { rows, layers, writable } = evidence
  if (!belowPass(evidence) || readsIds(evidence)) return null
  if (!writable.prepare && !writable.buildModel) return null
  if (layers.some(({ className }) => /Normalization$/.test(className))) return null
  const found = describeColumns(rows)
  if (!found) return null
  const advice = writable.prepare
    ? 'In `prepare`, subtract each column’s mean and divide by its standard deviation, both taken from `train.x`.'
    : 'Your rows cannot be changed here, so let the network do it: begin with `batchNormalization`.'
  return `${found} The large values drown the small ones, and steps that suit one column do not suit another. ${advice}`
}

function describeColumns({ columns, columnNames }: Parameters<Rule>[0]['rows']): string | null {
  const named = columns.map((column, at) => ({ ...column, name: columnNames?.[at] ?? `column ${at + 1}` }))
  const [largest] = named.toSorted((a, b) => Math.abs(b.mean) + b.sd - (Math.abs(a.mean) + a.sd))
  if (largest && isFarFromOne(largest))
    return `After \`prepare\`, ${largest.name} has mean ${short(largest.mean)} and standard deviation ${short(largest.sd)}; networks start from inputs near 0, with a spread near 1.`
  // A constant column has no spread to compare.
  const bySpread = named.filter(({ sd }) => sd > 0).toSorted((a, b) => a.sd - b.sd)
  const [narrow, wide] = [bySpread[0], bySpread.at(-1)]
  if (!narrow || !wide || wide.sd / narrow.sd < UNEVEN) return null
  return `After \`prepare\`, ${wide.name} spreads ${short(wide.sd / narrow.sd)} times as widely as ${narrow.name} (standard deviations ${short(wide.sd)} and ${short(narrow.sd)}).`
}
