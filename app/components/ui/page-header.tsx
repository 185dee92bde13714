import type { ReactNode } from 'react'

interface Props {
  title: ReactNode
  /** One line under the title: the page's answer in words. */
  lead?: ReactNode
  /** Where this page hangs: a breadcrumb of links, mostly. */
  above?: ReactNode
  actions?: ReactNode
}

/** The top of a page. It holds the page's only `<h1>`. */
export function PageHeader({ title, lead, above, actions }: Props) {
  return (
    <header className="flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
      <div className="min-w-0 grow basis-80">
        {above && <div className="mb-1 text-ink-3 text-xs">{above}</div>}
        <h1 className="text-balance font-semibold text-[1.375rem] text-ink leading-7 tracking-[-0.015em]">{title}</h1>
        {lead && <p className="mt-1 max-w-[72ch] text-ink-2 text-ui">{lead}</p>}
      </div>
      {actions && <div className="flex max-w-full flex-wrap items-center gap-2">{actions}</div>}
    </header>
  )
}
