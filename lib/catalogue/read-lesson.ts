import { type Lesson, LessonCard, type LessonSummary } from '../contract/lesson.ts'
import { findHeadings } from '../domain/lesson-headings.ts'
import { findLinks, linkTarget } from '../domain/lesson-links.ts'
import { AuthorError, readDefinition, readText } from './read-definition.ts'
import { splitLesson } from './split-lesson.ts'

/**
 * Parses lessons/<slug>/lesson.yaml.
 * @throws AuthorError by file and field
 */
export async function readLessonCard(root: string, slug: string): Promise<LessonSummary> {
  return { slug, ...(await readDefinition(root, `lessons/${slug}/lesson.yaml`, LessonCard)) }
}

/**
 * A lesson with its text, cut into text, figures and cells.
 * @throws AuthorError by file and field, or by file and line
 */
export async function readLesson(root: string, slug: string): Promise<Lesson> {
  const path = `lessons/${slug}/README.md`
  const [card, readme] = await Promise.all([readLessonCard(root, slug), readText(root, path)])
  const { blocks, faults } = splitLesson(readme)
  if (!readme.startsWith(`# ${card.title}\n`))
    faults.push({ line: 1, message: `has to be the heading "# ${card.title}", as in lesson.yaml` })

  const seen = new Set<string>()
  for (const { id, text, line } of findHeadings(readme)) {
    if (/[`$*_[]/.test(text)) faults.push({ line, message: `a heading is plain words: "${text}"` })
    if (seen.has(id)) faults.push({ line, message: `a second heading of this name: "${text}"` })
    seen.add(id)
  }
  for (const { url, line } of findLinks(readme)) {
    if (linkTarget(url).kind === 'unknown')
      faults.push({ line, message: `the link leads nowhere: "${url}" (lesson:…, exercise:…, /page or https://…)` })
  }
  if (faults.length > 0) throw new AuthorError(faults.map(({ line, message }) => `${path}:${line}: ${message}`))
  return { ...card, blocks }
}
