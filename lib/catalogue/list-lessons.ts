import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { LessonSummary } from '../contract/lesson.ts'
import { readLessonCard } from './read-lesson.ts'

/** Every lesson, without its text, in the order of the course. @throws AuthorError */
export async function listLessons(root: string): Promise<LessonSummary[]> {
  const folders = await readdir(join(root, 'lessons'), { withFileTypes: true })
  const slugs = folders.filter((entry) => entry.isDirectory()).map((entry) => entry.name)
  const lessons = await Promise.all(slugs.map((slug) => readLessonCard(root, slug)))
  return lessons.sort((a, b) => a.module - b.module || a.order - b.order || (a.slug < b.slug ? -1 : 1))
}
