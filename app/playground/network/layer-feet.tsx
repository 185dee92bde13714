'use client'
import type { Lab } from '../lab.ts'
import { useLabView } from '../use-lab.ts'
import type { Layout } from './geometry.ts'
import { LayerFoot } from './layer-foot.tsx'

/** Half of a foot's width, which must not reach beyond the drawing. */
const HALF_FOOT = 34

/** What is measured of each layer. Apart from the rest of the network, because only this changes while it trains. */
export function LayerFeet({ lab, layout: { columns, width } }: { lab: Lab; layout: Layout }) {
  const { readings } = useLabView(lab)
  const outputDepth = columns.length - 2
  return readings.layers.slice(0, outputDepth + 1).map((reading, depth) => (
    <LayerFoot
      // biome-ignore lint/suspicious/noArrayIndexKey: a layer is its place
      key={depth}
      reading={reading}
      name={depth === outputDepth ? 'the output' : `layer ${depth + 1}`}
      x={Math.min(columns[depth + 1] as number, width - HALF_FOOT)}
    />
  ))
}
