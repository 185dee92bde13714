import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { LessonSummary } from '../contract/lesson.ts'
import { readLessonCard } from './read-lesson.ts'

/** Every lesson, without its text, in the order of the course. A catalogue may have none. @throws AuthorError */
export async function listLessons(root: string): Promise<LessonSummary[]> {
  const lessons = await Promise.all((await lessonFolders(root)).map((slug) => readLessonCard(root, slug)))
  return lessons.sort((a, b) => a.module - b.module || a.order - b.order || (a.slug < b.slug ? -1 : 1))
}

async function lessonFolders(root: string): Promise<string[]> {
  try {
    const entries = await readdir(join(root, 'lessons'), { withFileTypes: true })
    return entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
    throw error
  }
}
