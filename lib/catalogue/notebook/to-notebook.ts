import type { Lesson, LessonBlock, Reading } from '../../contract/lesson.ts'
import { linkTarget } from '../../domain/lesson-links.ts'
import { Notebook } from './notebook.ts'
import { prelude } from './prelude.ts'

interface Options {
  /** Address of the course on this installation, where figures run and links lead: `https://…/courses/<slug>`. */
  courseUrl: string
  tfjsVersion: string
}

type Cell = Notebook['cells'][number]

/**
 * A lesson as a Jupyter notebook for the Deno kernel, which runs TypeScript. Figures need the page: a line of text says
 * what each shows and where it runs.
 */
export function toNotebook(lesson: Lesson, { courseUrl, tfjsVersion }: Options): Notebook {
  const lessonUrl = `${courseUrl}/lessons/${lesson.slug}`
  const setUp = [
    `*From [${lesson.title}](${lessonUrl}), where its figures are live. To run the cells here you need`,
    'the [Deno kernel](https://docs.deno.com/runtime/reference/cli/jupyter/): `deno jupyter --install`. Run the next cell first.*',
  ].join('\n')
  const [first, ...rest] = lesson.blocks
  const opening = first?.kind === 'text' ? withAddresses(first.text, courseUrl) : `# ${lesson.title}`
  return Notebook.parse({
    nbformat: 4,
    nbformat_minor: 5,
    metadata: {
      title: lesson.title,
      kernelspec: { name: 'deno', display_name: 'Deno', language: 'typescript' },
      language_info: { name: 'typescript', file_extension: '.ts', mimetype: 'text/x.typescript' },
    },
    cells: [
      markdown('set-up', setUp),
      code('prelude', prelude(tfjsVersion)),
      markdown('opening', opening),
      ...(first?.kind === 'text' ? rest : lesson.blocks).map((block) => cellOf(block, lessonUrl, courseUrl)),
      ...(lesson.reading.length > 0 ? [markdown('reading', readingText(lesson.reading))] : []),
    ],
  })
}

function cellOf(block: LessonBlock, lessonUrl: string, courseUrl: string): Cell {
  switch (block.kind) {
    case 'text':
      return markdown(`text-${block.line}`, withAddresses(block.text, courseUrl))
    case 'cell':
      return code(`cell-${block.line}`, block.source)
    case 'figure':
      return markdown(`figure-${block.line}`, `> **Figure.** ${block.spec.caption} [See it live](${lessonUrl}).`)
    default:
      return block satisfies never
  }
}

const lines = (text: string): string[] => text.split(/(?<=\n)/)
const markdown = (id: string, text: string): Cell => ({ id, cell_type: 'markdown', metadata: {}, source: lines(text) })
const code = (id: string, text: string): Cell => ({
  id,
  cell_type: 'code',
  metadata: {},
  execution_count: null,
  outputs: [],
  source: lines(text),
})

/** Links that the page resolves get the addresses they have there. */
function withAddresses(text: string, courseUrl: string): string {
  return text.replaceAll(/\]\(([^()\s]+)\)/g, (whole, url: string) => {
    const target = linkTarget(url)
    switch (target.kind) {
      case 'lesson':
        return `](${courseUrl}/lessons/${target.slug}${target.fragment === null ? '' : `#${target.fragment}`})`
      case 'exercise':
        return `](${courseUrl}/exercises/${target.slug})`
      case 'page':
        return `](${new URL(target.path, courseUrl).href})`
      case 'elsewhere':
      case 'unknown':
        return whole
      default:
        return target satisfies never
    }
  })
}

const readingText = (reading: readonly Reading[]): string =>
  [
    '## Read on',
    '',
    ...reading.map(({ title, by, url, why, part }) => {
      const name = url ? `[${title}](${url})` : `*${title}*`
      return `- ${name}${by ? `, ${by}` : ''}: ${part}. ${why}`
    }),
  ].join('\n')
