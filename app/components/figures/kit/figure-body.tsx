import type { ReactNode, Ref } from 'react'

/** The stack of a figure's parts. Parts stand side by side by the figure's own width, not the window's. */
export function FigureBody({ ref, children }: { ref?: Ref<HTMLDivElement>; children: ReactNode }) {
  return (
    <div ref={ref} className="@container grid grid-cols-[minmax(0,1fr)] content-start gap-3 self-start">
      {children}
    </div>
  )
}

/** Controls in a row that wraps. */
export const Controls = ({ children }: { children: ReactNode }) => (
  <div className="flex flex-wrap items-end gap-x-5 gap-y-3">{children}</div>
)

/** Two parts side by side where there is room. */
export const SideBySide = ({ children }: { children: ReactNode }) => (
  <div className="grid grid-cols-[minmax(0,1fr)] gap-4 @md:grid-cols-2">{children}</div>
)
