import { useEffect, useRef, useState } from 'react'

const QUIET_MS = 1500

/**
 * What a figure shows now, in a sentence: seen at once, spoken at most every one and a half seconds. Two lines are kept
 * for it, so that nothing below moves.
 */
export function Summary({ text }: { text: string }) {
  const [spoken, setSpoken] = useState('')
  const latest = useRef(text)
  latest.current = text
  const waiting = useRef<ReturnType<typeof setTimeout> | null>(null)
  const first = useRef(text)

  useEffect(() => {
    // What it shows when the page opens is in the figure's label; only changes are spoken.
    if (text === first.current || waiting.current) return
    first.current = ''
    waiting.current = setTimeout(() => {
      waiting.current = null
      setSpoken(latest.current)
    }, QUIET_MS)
  }, [text])
  useEffect(
    () => () => {
      if (waiting.current) clearTimeout(waiting.current)
    },
    [],
  )

  return (
    <>
      <p aria-hidden className="tnum min-h-10 text-ink-2 text-ui">
        {text}
      </p>
      <p role="status" className="sr-only">
        {spoken || text}
      </p>
    </>
  )
}
