'use client'
import type { Route } from 'next'
import Link from 'next/link'
import { usePathname } from 'next/navigation'

export function CourseTabs({ slug }: { slug: string }) {
  const path = usePathname()
  const places = [
    { href: `/admin/courses/${slug}`, label: 'Assignments' },
    { href: `/admin/courses/${slug}/enrolments`, label: 'Enrolments' },
  ]
  return (
    <nav aria-label="In this course" className="flex gap-1 rounded-md bg-sunken p-1 sm:w-fit">
      {places.map(({ href, label }) => (
        <Link
          key={href}
          href={href as Route}
          aria-current={path === href ? 'page' : undefined}
          className="flex-1 rounded px-3 py-1 text-center text-ink-2 text-ui transition-colors duration-150 hover:text-ink aria-[current=page]:bg-surface aria-[current=page]:font-medium aria-[current=page]:text-ink aria-[current=page]:ring-1 aria-[current=page]:ring-line"
        >
          {label}
        </Link>
      ))}
    </nav>
  )
}
