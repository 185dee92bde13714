'use client'
import { Command } from 'cmdk'
import { Search } from 'lucide-react'
import type { Route } from 'next'
import { useRouter } from 'next/navigation'
import { Dialog } from 'radix-ui'
import { useEffect, useState } from 'react'
import { Button } from '../ui/button.tsx'
import { COMMON_PLACES, type NavCourse, placesOf } from './course-nav.tsx'

const ITEM =
  'flex h-9 cursor-default items-center gap-2 rounded-md px-2.5 text-ui data-[selected=true]:bg-hover [&_span:last-child]:text-ink-3 [&_span:last-child]:text-xs'

interface Target {
  href: Route
  label: string
  /** Which course it is of; nothing for pages of the platform. */
  of: string
}

const targetsOf = (courses: readonly NavCourse[], isAdmin: boolean) => ({
  exercises: courses.flatMap(({ slug, title, exercises }) =>
    exercises.map(
      (exercise): Target => ({
        href: `/courses/${slug}/exercises/${exercise.slug}` as Route,
        label: exercise.title,
        of: title,
      }),
    ),
  ),
  lessons: courses.flatMap(({ slug, title, lessons }) =>
    lessons.map(
      (lesson): Target => ({
        href: `/courses/${slug}/lessons/${lesson.slug}` as Route,
        label: lesson.title,
        of: title,
      }),
    ),
  ),
  pages: [
    ...courses.flatMap((course) =>
      placesOf(course).map(({ href, label }): Target => ({ href, label, of: course.title })),
    ),
    ...courses.map(
      ({ slug, title }) => ({ href: `/courses/${slug}/datasets`, label: 'Datasets', of: title }) as Target,
    ),
    ...courses
      .filter(({ staff }) => staff)
      .map(
        ({ slug, title }) => ({ href: `/courses/${slug}/figures`, label: 'Figures for lessons', of: title }) as Target,
      ),
    { href: '/', label: 'My courses', of: '' } as Target,
    ...COMMON_PLACES.map(({ href, label }): Target => ({ href, label, of: '' })),
    ...(isAdmin ? [{ href: '/admin', label: 'Admin', of: '' } as Target] : []),
  ],
})

/** Ctrl-K: any exercise, lesson or page by a few letters of its name. */
export function CommandMenu({ courses, isAdmin }: { courses: NavCourse[]; isAdmin: boolean }) {
  const [open, setOpen] = useState(false)
  const router = useRouter()
  const { exercises, lessons, pages } = targetsOf(courses, isAdmin)

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey)) return
      event.preventDefault()
      setOpen((was) => !was)
    }
    // Before the editor, which would begin a chord with it.
    document.addEventListener('keydown', onKey, { capture: true })
    return () => document.removeEventListener('keydown', onKey, { capture: true })
  }, [])

  const item = ({ href, label, of }: Target) => (
    <Command.Item
      key={href}
      value={`${label} ${of} ${href}`}
      className={ITEM}
      onSelect={() => {
        setOpen(false)
        router.push(href)
      }}
    >
      <span className="truncate">{label}</span>
      <span className="ml-auto truncate">{of}</span>
    </Command.Item>
  )

  return (
    <Dialog.Root open={open} onOpenChange={setOpen}>
      <Dialog.Trigger asChild>
        <Button variant="ghost" className="px-2" aria-label="Go to">
          <Search aria-hidden />
        </Button>
      </Dialog.Trigger>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-50 bg-black/35 dark:bg-black/60" />
        <Dialog.Content
          aria-describedby={undefined}
          className="floats fixed top-[14vh] left-1/2 z-50 w-[min(34rem,calc(100vw-2rem))] -translate-x-1/2 overflow-hidden rounded-lg border border-line bg-surface shadow-float"
        >
          <Dialog.Title className="sr-only">Go to</Dialog.Title>
          <Command
            label="Go to"
            filter={(value, search) => (value.toLowerCase().includes(search.trim().toLowerCase()) ? 1 : 0)}
            className="[&_[cmdk-group-heading]]:px-2.5 [&_[cmdk-group-heading]]:py-1.5 [&_[cmdk-group-heading]]:text-ink-3 [&_[cmdk-group-heading]]:text-xs"
          >
            <Command.Input
              placeholder="Go to an exercise, a lesson or a page"
              className="h-11 w-full border-line border-b bg-transparent px-4 text-base outline-none placeholder:text-ink-3"
            />
            <Command.List className="max-h-[50vh] overflow-y-auto p-1.5">
              <Command.Empty className="px-2.5 py-6 text-center text-ink-3 text-ui">
                Nothing by that name.
              </Command.Empty>
              {exercises.length > 0 && <Command.Group heading="Exercises">{exercises.map(item)}</Command.Group>}
              {lessons.length > 0 && <Command.Group heading="Lessons">{lessons.map(item)}</Command.Group>}
              <Command.Group heading="Pages">{pages.map(item)}</Command.Group>
            </Command.List>
          </Command>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
