import type { ReactNode } from 'react'
import { cn } from './cn.ts'

/** The measure of an ordinary page; `wide` for tables that need the room. */
export function PageBody({ wide, className, children }: { wide?: boolean; className?: string; children: ReactNode }) {
  return (
    <div
      className={cn(
        'mx-auto w-full grid-cols-[minmax(0,1fr)] px-4 pt-7 pb-16 sm:px-6',
        wide ? 'max-w-[100rem]' : 'max-w-5xl',
        className,
      )}
    >
      {children}
    </div>
  )
}
