import Link from 'next/link'
import { AccountMenu } from './account-menu.tsx'
import { CommandMenu } from './command-menu.tsx'
import { CourseNav, type NavCourse } from './course-nav.tsx'
import { Mark } from './mark.tsx'
import type { Theme } from './theme.ts'
import { ThemeMenu } from './theme-menu.tsx'

interface Props {
  person: { name: string; email: string | null; isAdmin: boolean; isDemo: boolean } | null
  courses: NavCourse[]
  theme: Theme
}

export function TopBar({ person, courses, theme }: Props) {
  return (
    <header className="sticky top-0 z-30 flex h-12 items-center gap-2 border-line border-b bg-bg/90 px-3 backdrop-blur-sm sm:px-4">
      <Link
        href="/"
        aria-label="Gradus, home"
        className="flex items-center gap-2 rounded-md pr-1 font-semibold text-ui"
      >
        <Mark className="size-5" />
        <span className={person ? 'hidden tracking-tight md:inline' : 'tracking-tight'}>Gradus</span>
      </Link>
      {person && (
        <>
          {(courses.length > 0 || person.isAdmin) && (
            <span aria-hidden className="hidden text-line-strong md:inline">
              /
            </span>
          )}
          <CourseNav courses={courses} isAdmin={person.isAdmin} />
        </>
      )}
      <div className="ml-auto flex items-center gap-1">
        {person && <CommandMenu courses={courses} isAdmin={person.isAdmin} />}
        <ThemeMenu initial={theme} />
        {person && <AccountMenu {...person} />}
      </div>
    </header>
  )
}
