'use client'
import type { Route } from 'next'
import Link from 'next/link'
import { createContext, type ReactNode, useContext } from 'react'
import { lessonOf } from '#lib/domain/diagnosis/lesson-of.ts'

interface Links {
  courseSlug: string
  lessons: readonly { slug: string; title: string; exercises: readonly string[] }[]
}

const LinksContext = createContext<Links | null>(null)

/** Lets every run report of a course link its diagnoses to the course's lessons. */
export function LessonLinks({ children, ...links }: Links & { children: ReactNode }) {
  return <LinksContext value={links}>{children}</LinksContext>
}

/** "Read: Normalisation", after a diagnosis that a lesson explains. */
export function ReadLesson({ diagnosisId }: { diagnosisId: string }) {
  const links = useContext(LinksContext)
  const lesson = links && lessonOf(diagnosisId, links.lessons)
  if (!lesson) return null
  return (
    <p className="mt-1 text-ink-3">
      Read:{' '}
      <Link
        href={`/courses/${links.courseSlug}/lessons/${lesson.slug}` as Route}
        className="rounded text-accent underline underline-offset-2"
      >
        {lesson.title}
      </Link>
    </p>
  )
}
