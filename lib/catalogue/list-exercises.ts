import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Exercise } from '../contract/exercise.ts'
import { readExercise } from './read-exercise.ts'

/** Every exercise of the catalogue, in the order of the course. @throws AuthorError */
export async function listExercises(root: string): Promise<Exercise[]> {
  const folders = await readdir(join(root, 'exercises'), { withFileTypes: true })
  const slugs = folders.filter((entry) => entry.isDirectory()).map((entry) => entry.name)
  const exercises = await Promise.all(slugs.map((slug) => readExercise(root, slug)))
  return exercises.sort((a, b) => a.module - b.module || a.order - b.order || (a.slug < b.slug ? -1 : 1))
}
