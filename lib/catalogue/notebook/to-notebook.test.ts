import { expect, it } from 'vitest'
import { listLessons } from '../list-lessons.ts'
import { readLesson } from '../read-lesson.ts'
import { Notebook } from './notebook.ts'
import { toNotebook } from './to-notebook.ts'

const ROOT = new URL('../../..', import.meta.url).pathname
const lessons = await Promise.all((await listLessons(ROOT)).map(({ slug }) => readLesson(ROOT, slug)))
const options = { courseUrl: 'https://gradus.example/courses/deep-learning', tfjsVersion: '4.22.0' }
const sourceOf = (cell: Notebook['cells'][number] | undefined) => (cell?.source ?? []).join('')

it.each(lessons)('$slug keeps its text and cells in order', (lesson) => {
  const { cells } = toNotebook(lesson, options)
  const code = cells.filter(({ cell_type }) => cell_type === 'code').map(sourceOf)
  expect(code[0]).toContain("from 'npm:@tensorflow/tfjs@4.22.0'")
  expect(code.slice(1)).toEqual(lesson.blocks.flatMap((block) => (block.kind === 'cell' ? [block.source] : [])))
  for (const block of lesson.blocks) {
    if (block.kind === 'figure') expect(cells.map(sourceOf).join('\n')).toContain(block.spec.caption)
  }
})

it('gives links the addresses they have on the page', () => {
  const [lesson] = lessons.filter(({ slug }) => slug === 'neuron')
  if (!lesson) throw new Error('no lesson "neuron"')
  const text = {
    kind: 'text',
    line: 9,
    text: '[a](lesson:neuron#x) [b](exercise:m1-ore-or-waste) [c](/playground) [d](https://example.org)',
  } as const
  const cell = toNotebook({ ...lesson, blocks: [text], reading: [] }, options).cells.at(-1)
  expect(sourceOf(cell)).toBe(
    '[a](https://gradus.example/courses/deep-learning/lessons/neuron#x) ' +
      '[b](https://gradus.example/courses/deep-learning/exercises/m1-ore-or-waste) ' +
      '[c](https://gradus.example/playground) [d](https://example.org)',
  )
})

it.each([
  ['two cells of one id', (notebook: Notebook) => ({ ...notebook, cells: [...notebook.cells, ...notebook.cells] })],
  ['an id with a space', ({ cells, ...rest }: Notebook) => ({ ...rest, cells: [{ ...cells[0], id: 'a b' }] })],
  ['another format', (notebook: Notebook) => ({ ...notebook, nbformat_minor: 2 })],
])('refuses %s', (_, spoil) => {
  const [lesson] = lessons
  if (!lesson) throw new Error('no lesson')
  expect(Notebook.safeParse(spoil(toNotebook(lesson, options))).success).toBe(false)
})
