import { useEffect, useRef, useState } from 'react'

const QUIET_MS = 1500

/**
 * What a figure shows now, in a sentence: seen at once, spoken at most every one and a half seconds. Two lines are kept
 * for it, so that nothing below moves.
 */
export function Summary({ text }: { text: string }) {
  const [spoken, setSpoken] = useState(text)
  const latest = useRef(text)
  latest.current = text
  const waiting = useRef<ReturnType<typeof setTimeout> | null>(null)

  useEffect(() => {
    if (text === spoken || waiting.current) return
    waiting.current = setTimeout(() => {
      waiting.current = null
      setSpoken(latest.current)
    }, QUIET_MS)
  }, [text, spoken])
  useEffect(
    () => () => {
      if (waiting.current) clearTimeout(waiting.current)
      waiting.current = null
    },
    [],
  )

  return (
    <>
      <p aria-hidden className="tnum min-h-10 text-ink-2 text-ui">
        {text}
      </p>
      <p role="status" className="sr-only">
        {spoken}
      </p>
    </>
  )
}
