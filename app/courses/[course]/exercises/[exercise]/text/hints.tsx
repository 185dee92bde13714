'use client'
import { useState } from 'react'
import { InlineMarkdown } from '#app/components/inline-markdown.tsx'
import { Button } from '#app/components/ui/button.tsx'

/** Hints, one at a time: the next one only when it is asked for. */
export function Hints({ hints }: { hints: readonly string[] }) {
  const [shown, setShown] = useState(0)
  return (
    <div>
      <ol aria-live="polite" className="grid gap-2 empty:hidden">
        {hints.slice(0, shown).map((hint, i) => (
          <li key={hint} className="grid grid-cols-[1.5rem_1fr] text-ui">
            <span aria-hidden className="tnum text-ink-3">
              {i + 1}
            </span>
            <span>
              <InlineMarkdown text={hint} />
            </span>
          </li>
        ))}
      </ol>
      {shown < hints.length && (
        <Button size="sm" className={shown > 0 ? 'mt-3' : ''} onClick={() => setShown(shown + 1)}>
          {shown === 0 ? 'Show a hint' : 'Show the next hint'}
          <span className="tnum font-normal text-ink-3">
            {shown + 1} of {hints.length}
          </span>
        </Button>
      )}
    </div>
  )
}
