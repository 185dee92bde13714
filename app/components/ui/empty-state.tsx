import type { ReactNode } from 'react'
import { cn } from '../cn.ts'

interface Props {
  title: string
  /** What to do next. */
  children?: ReactNode
  action?: ReactNode
  icon?: ReactNode
  className?: string
}

export function EmptyState({ title, children, action, icon, className }: Props) {
  return (
    <div
      className={cn(
        'flex flex-col items-center gap-2 rounded-md border border-line border-dashed px-6 py-10 text-center',
        className,
      )}
    >
      {icon && <div className="text-ink-3 [&_svg]:size-5">{icon}</div>}
      <p className="font-medium text-ink text-ui">{title}</p>
      {children && <div className="max-w-[46ch] text-ink-3 text-ui">{children}</div>}
      {action && <div className="mt-2">{action}</div>}
    </div>
  )
}
