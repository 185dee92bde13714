'use client'
import { ChevronsUpDown } from 'lucide-react'
import type { Route } from 'next'
import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { cn } from '../cn.ts'
import { Button } from '../ui/button.tsx'
import { Menu, MenuItem, MenuLabel, MenuSeparator } from '../ui/menu.tsx'

export interface NavCourse {
  slug: string
  title: string
  staff: boolean
  exercises: { slug: string; title: string }[]
  lessons: { slug: string; title: string }[]
}

export interface Place {
  href: Route
  label: string
  /** Also current on the pages below it. */
  deep: boolean
}

export const placesOf = ({ slug, staff }: NavCourse): Place[] => [
  { href: `/courses/${slug}` as Route, label: 'Course', deep: false },
  { href: `/courses/${slug}/lessons` as Route, label: 'Lessons', deep: true },
  ...(staff
    ? [
        { href: `/courses/${slug}/cohort` as Route, label: 'Cohort', deep: true },
        { href: `/courses/${slug}/gradebook` as Route, label: 'Gradebook', deep: true },
      ]
    : []),
]

/** Of no course: for whoever has signed in. */
export const COMMON_PLACES: readonly Place[] = [
  { href: '/playground' as Route, label: 'Playground', deep: false },
  { href: '/scratch' as Route, label: 'Scratchpad', deep: false },
]

/** Which course, and where in it: a switcher where there are several, then the places this person may go. */
export function CourseNav({ courses, isAdmin }: { courses: NavCourse[]; isAdmin: boolean }) {
  const path = usePathname()
  const course = courses.find(({ slug }) => path === `/courses/${slug}` || path.startsWith(`/courses/${slug}/`))
  const places: Place[] = [
    ...(course ? placesOf(course) : []),
    ...COMMON_PLACES,
    ...(isAdmin ? [{ href: '/admin' as Route, label: 'Admin', deep: true }] : []),
  ]
  return (
    <>
      {(courses.length > 0 || isAdmin) && (
        <Menu
          align="start"
          trigger={
            <Button variant="ghost" className="min-w-0 shrink font-semibold text-ink">
              <span className="truncate">
                {course?.title ?? (path.startsWith('/admin') ? 'Administration' : 'Courses')}
              </span>
              <ChevronsUpDown aria-hidden className="text-ink-3" />
            </Button>
          }
        >
          {courses.length > 0 && <MenuLabel>Courses</MenuLabel>}
          {courses.map(({ slug, title, staff }) => (
            <MenuItem key={slug} asChild>
              <Link href={`/courses/${slug}` as Route}>
                <span className={cn(slug === course?.slug && 'font-medium')}>{title}</span>
                {staff && <span className="ml-auto text-ink-3 text-xs">Instructor</span>}
              </Link>
            </MenuItem>
          ))}
          {courses.length > 0 && <MenuSeparator />}
          {/* A narrow bar has no room for the places; they are listed here. */}
          <div className="lg:hidden">
            {places.map(({ href, label }) => (
              <MenuItem key={href} asChild>
                <Link href={href}>{label}</Link>
              </MenuItem>
            ))}
            <MenuSeparator />
          </div>
          <MenuItem asChild>
            <Link href="/">All my courses</Link>
          </MenuItem>
        </Menu>
      )}
      <nav aria-label="Main" className="hidden items-center gap-0.5 lg:flex">
        {places.map(({ href, label, deep }) => {
          const current = path === href || (deep && path.startsWith(`${href}/`))
          return (
            <Link
              key={href}
              href={href}
              aria-current={current ? 'page' : undefined}
              className="rounded-md px-2.5 py-1 text-ink-2 text-ui transition-colors duration-150 hover:bg-hover hover:text-ink aria-[current=page]:bg-hover aria-[current=page]:font-medium aria-[current=page]:text-ink"
            >
              {label}
            </Link>
          )
        })}
      </nav>
    </>
  )
}
