'use client'
import { type ReactNode, useEffect, useRef, useState } from 'react'

/** A formula on a line of its own. Where the line is too short for it, it scrolls, by keyboard too. */
export function DisplayFormula({ children }: { children: ReactNode }) {
  const line = useRef<HTMLSpanElement>(null)
  const [scrolls, setScrolls] = useState(false)
  useEffect(() => {
    const element = line.current
    if (!element) return
    const observer = new ResizeObserver(() => setScrolls(element.scrollWidth > element.clientWidth))
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  // Only then: a text has many formulas, and each would be a stop of the Tab key.
  const reachable = scrolls ? { tabIndex: 0, role: 'group', 'aria-label': 'Formula' } : {}
  return (
    <span ref={line} className="katex-display" {...reachable}>
      {children}
    </span>
  )
}
