import type { FigureSpec } from '#lib/contract/figure.ts'
import { InlineMarkdown } from '../inline-markdown.tsx'

/** A live figure of a lesson with its caption. */
export function Figure({ spec }: { spec: FigureSpec }) {
  return (
    <figure className="my-6 rounded-md border border-line p-4">
      <figcaption className="text-ink-2 text-ui">
        <InlineMarkdown text={spec.caption} />
      </figcaption>
    </figure>
  )
}
