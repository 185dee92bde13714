import { Exercise } from '../contract/exercise.ts'
import { AuthorError, readDefinition, readText } from './read-definition.ts'

/**
 * Parses exercises/<slug>/exercise.yaml.
 * @throws AuthorError by file and field
 */
export async function readExercise(root: string, slug: string): Promise<Exercise> {
  const path = `exercises/${slug}/exercise.yaml`
  const exercise = await readDefinition(root, path, Exercise)
  if (exercise.slug !== slug) throw new AuthorError([`${path}: slug: is ${exercise.slug}, but the folder is ${slug}`])
  return exercise
}

/** What the learner is given: the text and the starting code. */
export async function readHandout(root: string, slug: string): Promise<{ readme: string; starter: string }> {
  const folder = `exercises/${slug}`
  const [readme, starter] = await Promise.all([
    readText(root, `${folder}/README.md`),
    readText(root, `${folder}/starter.ts`),
  ])
  return { readme, starter }
}
