import { readFile } from 'node:fs/promises'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { listExercises } from '#lib/catalogue/list-exercises.ts'
import { listLessons } from '#lib/catalogue/list-lessons.ts'
import { readLesson } from '#lib/catalogue/read-lesson.ts'
import { resolveLink } from '#lib/domain/lesson-links.ts'
import { Markdown } from './markdown.tsx'

const FIGURES = '/courses/c/exercises/e/figures'
const html = (text: string, figures?: string) =>
  renderToStaticMarkup(<Markdown text={text} {...(figures === undefined ? {} : { figures })} />)

describe('pictures', () => {
  it('beside a text are shown from where its figures are served', () => {
    expect(html('![Two lines](figure.svg)', FIGURES)).toContain(`<img alt="Two lines" src="${FIGURES}/figure.svg"/>`)
  })

  it.each([
    ['of a text without figures', '![Two lines](figure.svg)', undefined],
    ['from elsewhere', '![Two lines](https://example.org/a.svg)', FIGURES],
    ['from elsewhere, by the page’s protocol', '![Two lines](//example.org/a.svg)', FIGURES],
    ['of another folder', '![Two lines](../secret/figure.svg)', FIGURES],
    ['that are data', '![Two lines](data:image/svg+xml,x)', FIGURES],
  ])('%s are told by their words alone', (_, text, figures) => {
    expect(html(text, figures)).toContain('<em>Two lines</em>')
    expect(html(text, figures)).not.toContain('<img')
  })

  it('written as HTML are text', () => {
    expect(html('<img src="figure.svg" onerror="alert(1)">', FIGURES)).not.toContain('<img')
  })
})

const ROOT = new URL('../..', import.meta.url).pathname
const lessons = await Promise.all((await listLessons(ROOT)).map(({ slug }) => readLesson(ROOT, slug)))
const course = { slug: 'week', exercises: new Set(['m1-ore-or-waste']) }
const resolve = (url: string) => resolveLink(url, course)

it('gives links their addresses, and leaves one that leads nowhere as words', () => {
  const text =
    'An ![image](/a.png) and [a lesson](lesson:neuron), [yes](exercise:m1-ore-or-waste), [*no*](exercise:other).'
  const html = renderToStaticMarkup(<Markdown text={text} resolve={resolve} />)
  expect(html).toContain('<a href="/courses/week/lessons/neuron" rel="noreferrer">a lesson</a>')
  expect(html).toContain('<a href="/courses/week/exercises/m1-ore-or-waste" rel="noreferrer">yes</a>')
  expect(html).toContain('<em>no</em>.')
})

it('headings have the id that the contents lead to', () => {
  expect(renderToStaticMarkup(<Markdown text="## Which way is down" anchors />)).toContain('<h2 id="which-way-is-down"')
})

it.each(lessons)('$slug is set without a fault in its formulas', { timeout: 60_000 }, ({ blocks }) => {
  for (const block of blocks) {
    if (block.kind !== 'text') continue
    const html = renderToStaticMarkup(<Markdown text={block.text} anchors resolve={resolve} />)
    // KaTeX shows what it cannot read in this class, with the reason.
    expect(/katex-error" title="([^"]*)/.exec(html)?.[1]).toBeUndefined()
  }
})

it.each(await listExercises(ROOT))(
  '$slug is set without a fault in its formulas',
  { timeout: 60_000 },
  async ({ slug }) => {
    const text = await readFile(`${ROOT}/exercises/${slug}/README.md`, 'utf8')
    const set = html(text, FIGURES)
    expect(/katex-error" title="([^"]*)/.exec(set)?.[1]).toBeUndefined()
    // A formula that is not closed swallows what comes after it.
    expect(set.match(/<h2/g)).toHaveLength(text.match(/^## /gm)?.length ?? 0)
  },
)

it('a full stop after a formula stays on its line', () => {
  expect(html('the mean $\\mu$. And $x$ then')).toMatch(/<\/span>\u2060\. And [\s\S]*<\/span> then/)
})

it('a formula on its own has a line of its own', () => {
  expect(html('Words.\n\n$$x^2$$')).toMatch(/<span class="katex-display"><span class="katex">[\s\S]*style="height:/)
})
