import type { ReactNode } from 'react'
import { ScrollRegion } from '../../ui/scroll-region.tsx'

/** The numbers of a figure, in columns that stand still. */
export function FigureTable({
  label,
  head,
  children,
}: {
  label: string
  head: readonly string[]
  children: ReactNode
}) {
  return (
    <ScrollRegion label={label} className="overflow-x-auto">
      <table className="tnum w-full text-xs [&_td]:border-line [&_td]:border-t [&_td]:py-1 [&_td]:pr-3 [&_th]:pr-3 [&_th]:pb-1 [&_th]:text-left [&_th]:font-normal [&_th]:text-ink-3 [&_tr>*:last-child]:pr-0">
        <thead>
          <tr>
            {head.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </ScrollRegion>
  )
}
