'use client'
import type { Route } from 'next'
import Link from 'next/link'
import { usePathname } from 'next/navigation'

const PLACES = [
  { href: '/admin/courses', label: 'Courses' },
  { href: '/admin/people', label: 'People' },
  { href: '/admin/machinery', label: 'Machinery' },
  { href: '/admin/audit', label: 'Audit log' },
] as const

export function AdminNav() {
  const path = usePathname()
  return (
    <nav aria-label="Administration" className="overflow-x-auto border-line border-b px-2 sm:px-4">
      <ul className="mx-auto flex max-w-[100rem] gap-1">
        {PLACES.map(({ href, label }) => (
          <li key={href}>
            <Link
              href={href as Route}
              aria-current={path.startsWith(href) ? 'page' : undefined}
              className="-mb-px inline-flex h-9 items-center whitespace-nowrap border-transparent border-b-2 px-2.5 font-medium text-ink-3 text-ui transition-colors duration-150 hover:text-ink focus-visible:-outline-offset-2 aria-[current=page]:border-accent aria-[current=page]:text-ink"
            >
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
