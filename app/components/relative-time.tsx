'use client'
import { useEffect, useState } from 'react'
import { formatRelative } from './format.ts'

/** "in 3 days", kept true while the page stays open. `now` is the server's, so that both sides agree at first. */
export function RelativeTime({ at, now }: { at: Date; now: Date }) {
  const [current, setCurrent] = useState(now)
  useEffect(() => {
    const timer = setInterval(() => setCurrent(new Date()), 30_000)
    return () => clearInterval(timer)
  }, [])
  return <time dateTime={at.toISOString()}>{formatRelative(at, current)}</time>
}
