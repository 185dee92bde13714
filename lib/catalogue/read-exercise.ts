import { Exercise } from '../contract/exercise.ts'
import { FigureFile } from '../contract/figure-file.ts'
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

export interface Handout {
  readme: string
  starter: string
  /** SVG by file name. */
  figures: Record<string, string>
}

/** What the learner is given: the text with its figures, and the starting code. @throws AuthorError */
export async function readHandout(root: string, slug: string): Promise<Handout> {
  const folder = `exercises/${slug}`
  const [readme, starter] = await Promise.all([
    readText(root, `${folder}/README.md`),
    readText(root, `${folder}/starter.ts`),
  ])
  return { readme, starter, figures: await readFigures(root, folder, readme) }
}

/** `![what one sees](name.svg)`. */
const FIGURE = /!\[[^\]]*\]\(([^)\s]+)\)/g
/** They travel with every bundle. */
const MAX_FIGURE_BYTES = 64_000

async function readFigures(root: string, folder: string, readme: string): Promise<Record<string, string>> {
  const names = [...new Set(Array.from(readme.matchAll(FIGURE), ([, name]) => name ?? ''))]
  const figures = await Promise.all(
    names.map(async (name) => {
      if (!FigureFile.safeParse(name).success)
        throw new AuthorError([`${folder}/README.md: ${name} is no figure: they lie beside the text, as <name>.svg`])
      const svg = await readText(root, `${folder}/${name}`)
      if (Buffer.byteLength(svg) > MAX_FIGURE_BYTES)
        throw new AuthorError([`${folder}/${name}: has more than ${MAX_FIGURE_BYTES / 1000} kB`])
      return [name, svg] as const
    }),
  )
  return Object.fromEntries(figures)
}
