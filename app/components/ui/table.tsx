import type { ComponentProps } from 'react'
import { cn } from '../cn.ts'
import { ScrollRegion } from './scroll-region.tsx'

export type Density = 'comfortable' | 'compact'

/**
 * A table in its own scrolling region, so that a wide one never widens the page. `label` names it.
 * Rows and cells are plain `<tr>`, with `Th` and `Td`.
 */
export function Table({
  label,
  density = 'comfortable',
  className,
  ...props
}: ComponentProps<'table'> & { label: string; density?: Density }) {
  return (
    <ScrollRegion label={label} className="relative overflow-x-auto">
      <table
        data-density={density}
        className={cn('group/table w-full border-separate border-spacing-0 text-ui', className)}
        {...props}
      />
    </ScrollRegion>
  )
}

interface CellProps {
  /** Figures: right-aligned, tabular. */
  numeric?: boolean
}

export function Th({ numeric, className, ...props }: ComponentProps<'th'> & CellProps) {
  return (
    <th
      scope="col"
      className={cn(
        'whitespace-nowrap border-line border-b px-3 py-2 text-left align-bottom font-medium text-ink-3 text-xs group-data-[density=compact]/table:px-2 group-data-[density=compact]/table:py-1',
        numeric && 'text-right',
        className,
      )}
      {...props}
    />
  )
}

export function Td({ numeric, className, ...props }: ComponentProps<'td'> & CellProps) {
  return (
    <td
      className={cn(
        'border-line border-b px-3 py-2.5 align-middle group-data-[density=compact]/table:px-2 group-data-[density=compact]/table:py-1',
        numeric && 'tnum whitespace-nowrap text-right',
        className,
      )}
      {...props}
    />
  )
}
