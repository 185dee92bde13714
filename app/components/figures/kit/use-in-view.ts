import { type RefCallback, useCallback, useState } from 'react'

/** Whether any of an element can be seen now. Give the reference to the element. */
export function useInView(): [RefCallback<HTMLElement>, boolean] {
  const [inView, setInView] = useState(false)
  const ref = useCallback((element: HTMLElement | null) => {
    if (!element) return
    const observer = new IntersectionObserver((entries) => setInView(entries.at(-1)?.isIntersecting ?? false))
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  return [ref, inView]
}
