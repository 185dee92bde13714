import { CodeCell } from '#app/components/cells/code-cell.tsx'
import { Figure } from '#app/components/figures/figure.tsx'
import { Markdown } from '#app/components/markdown.tsx'
import type { Lesson } from '#lib/contract/lesson.ts'
import { resolveLink } from '#lib/domain/lesson-links.ts'

interface Props {
  lesson: Lesson
  course: { slug: string; exercises: ReadonlySet<string> }
}

/** The text with its figures and cells, in the author's order. The cells of a lesson are one session. */
export function LessonText({ lesson, course }: Props) {
  return (
    <article aria-label={lesson.title} className="prose-lesson min-w-0">
      {lesson.blocks.map((block) => {
        const key = `${block.kind}-${block.line}`
        switch (block.kind) {
          case 'text':
            return (
              <div key={key} className={block.text.startsWith('## ') ? 'mt-9 first:mt-0' : 'mt-5 first:mt-0'}>
                <Markdown text={block.text} anchors resolve={(url) => resolveLink(url, course)} />
              </div>
            )
          case 'figure':
            return <Figure key={key} spec={block.spec} />
          case 'cell':
            return (
              <CodeCell key={key} id={`${lesson.slug}-${block.line}`} source={block.source} session={lesson.slug} />
            )
          default:
            return block satisfies never
        }
      })}
    </article>
  )
}
