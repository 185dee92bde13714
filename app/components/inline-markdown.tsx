import { Fragment } from 'react'

/** A sentence in which `code` is set as code, and nothing else means anything. */
export function InlineMarkdown({ text }: { text: string }) {
  return text.split(/`([^`]+)`/).map((piece, i) =>
    i % 2 === 1 ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: pieces have no identity but their place
      <code key={i} className="rounded-sm bg-hover px-1 py-px font-mono text-[0.92em]">
        {piece}
      </code>
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: pieces have no identity but their place
      <Fragment key={i}>{piece}</Fragment>
    ),
  )
}
