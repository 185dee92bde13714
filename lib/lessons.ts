import { listLessons } from './catalogue/list-lessons.ts'
import { readLesson } from './catalogue/read-lesson.ts'
import type { Lesson, LessonSummary } from './contract/lesson.ts'

/** The web app is started in the repository's top, where `lessons/` lies beside `exercises/`. */
const root = () => /* turbopackIgnore: true */ process.cwd()

let listed: Promise<LessonSummary[]> | null = null

/** Every lesson in the order of the course. Read once a process: every page of a course names some of them. */
export function allLessons(): Promise<LessonSummary[]> {
  listed ??= listLessons(root()).catch((error: unknown) => {
    listed = null
    throw error
  })
  return listed
}

/** A lesson with its text, read anew each time, so that an author sees what was changed; null where there is none. */
export async function findLesson(slug: string): Promise<Lesson | null> {
  const known = (await allLessons()).some((lesson) => lesson.slug === slug)
  return known ? readLesson(root(), slug) : null
}
