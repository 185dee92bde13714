import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { findHeadings } from '../domain/lesson-headings.ts'
import { findLinks, linkTarget } from '../domain/lesson-links.ts'
import { listLessons } from './list-lessons.ts'
import { readLesson } from './read-lesson.ts'

const ROOT = new URL('../..', import.meta.url).pathname
const lessons = await Promise.all((await listLessons(ROOT)).map(({ slug }) => readLesson(ROOT, slug)))
const slugs = new Set(lessons.map(({ slug }) => slug))
const exercises = new Set(await readdir(`${ROOT}exercises`))
const textOf = (slug: string) => readFile(`${ROOT}lessons/${slug}/README.md`, 'utf8')

it('every lesson of the catalogue parses, and no two share a place', () => {
  expect(lessons.length).toBeGreaterThanOrEqual(13)
  expect(new Set(lessons.map(({ module, order }) => `${module}.${order}`)).size).toBe(lessons.length)
})

it.each(lessons)('$slug prepares for exercises that exist', (lesson) => {
  expect(lesson.exercises.filter((slug) => !exercises.has(slug))).toEqual([])
})

it('every exercise has its lesson', () => {
  const prepared = new Set(lessons.flatMap((lesson) => lesson.exercises))
  expect([...exercises].filter((slug) => !prepared.has(slug))).toEqual([])
})

it.each(lessons)('$slug links to what exists', async ({ slug }) => {
  const dead: string[] = []
  for (const { url, line } of findLinks(await textOf(slug))) {
    const target = linkTarget(url)
    const leads =
      target.kind === 'lesson'
        ? slugs.has(target.slug) && (target.fragment === null || (await hasHeading(target.slug, target.fragment)))
        : target.kind === 'exercise'
          ? exercises.has(target.slug)
          : target.kind === 'elsewhere' ||
            existsSync(`${ROOT}app${target.kind === 'page' ? target.path : '/'}/page.tsx`)
    if (!leads) dead.push(`${line}: ${url}`)
  }
  expect(dead).toEqual([])
})

const hasHeading = async (slug: string, id: string) =>
  findHeadings(await textOf(slug)).some((heading) => heading.id === id)

// What the course promises of each lesson: something to look at, something to run, something to read on.
it.each(lessons.filter(({ module }) => module > 0))('$slug has live figures, cells and reading', (lesson) => {
  const count = (kind: string) => lesson.blocks.filter((block) => block.kind === kind).length
  expect(count('figure')).toBeGreaterThanOrEqual(2)
  expect(count('cell')).toBeGreaterThanOrEqual(2)
  expect(lesson.reading.length).toBeGreaterThanOrEqual(2)
})
