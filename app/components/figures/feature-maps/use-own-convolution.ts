import { useParams } from 'next/navigation'
import { useEffect, useState } from 'react'
import { OwnConvolution } from '#lib/contract/first-convolution.ts'

export type Fetched = { state: 'loading' } | { state: 'failed' } | OwnConvolution

/** Asks the platform for the viewer's own network in an exercise of the course that the page belongs to. */
export function useOwnConvolution(exercise: string): { own: Fetched; course: string | null; again: () => void } {
  const { course } = useParams<{ course?: string }>()
  const [own, setOwn] = useState<Fetched>({ state: 'loading' })
  const [tries, setTries] = useState(0)

  // biome-ignore lint/correctness/useExhaustiveDependencies: another try is another request
  useEffect(() => {
    if (!course) return setOwn({ state: 'no-exercise' })
    const leave = new AbortController()
    setOwn({ state: 'loading' })
    fetch(`/api/courses/${encodeURIComponent(course)}/exercises/${encodeURIComponent(exercise)}/first-convolution`, {
      signal: leave.signal,
    })
      .then(async (response) => {
        if (!response.ok) throw new Error(`answered with ${response.status}`)
        setOwn(OwnConvolution.parse(await response.json()))
      })
      .catch(() => {
        if (!leave.signal.aborted) setOwn({ state: 'failed' })
      })
    return () => leave.abort()
  }, [course, exercise, tries])

  return { own, course: course ?? null, again: () => setTries(tries + 1) }
}
