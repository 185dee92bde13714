import { Info } from 'lucide-react'
import { InlineMarkdown } from '../inline-markdown.tsx'

/** What a run has to say of itself; nothing when it has nothing. */
export function Notices({ notices }: { notices: readonly string[] }) {
  if (notices.length === 0) return null
  return (
    <ul className="grid gap-1.5">
      {notices.map((notice) => (
        <li key={notice} className="flex gap-2 text-ink-2 text-ui">
          <Info aria-hidden className="mt-0.5 size-4 shrink-0 text-ink-3" />
          <span>
            <InlineMarkdown text={notice} />
          </span>
        </li>
      ))}
    </ul>
  )
}
