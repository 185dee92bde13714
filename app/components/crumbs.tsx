import type { Route } from 'next'
import Link from 'next/link'
import { Fragment } from 'react'

/** Where a page hangs, outermost first. */
export function Crumbs({ links }: { links: readonly { href: string; label: string }[] }) {
  return (
    <nav aria-label="Breadcrumb" className="flex flex-wrap gap-x-1.5">
      {links.map(({ href, label }, index) => (
        <Fragment key={href}>
          {index > 0 && <span aria-hidden>/</span>}
          <Link href={href as Route} className="rounded hover:text-ink hover:underline">
            {label}
          </Link>
        </Fragment>
      ))}
    </nav>
  )
}
