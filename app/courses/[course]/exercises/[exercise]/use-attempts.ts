'use client'
import { useRouter } from 'next/navigation'
import { useCallback, useEffect, useRef, useState } from 'react'
import { untilAnswered } from '#app/components/until-answered.ts'
import type { Attempts } from '#lib/usecases/read-attempts.ts'
import { readOwnAttempts } from './read-attempts.ts'

interface Options {
  courseSlug: string
  assignmentId: string
  initial: Attempts
}

/**
 * The attempts as they were when the page was made, and as they are after each `refresh`. The router's own refresh would
 * do, but for one thing: where the server is away for a moment, it gives the whole page up, the editor with it.
 */
export function useAttempts({ courseSlug, assignmentId, initial }: Options) {
  const [attempts, setAttempts] = useState(initial)
  const newest = useRef(0)
  const refresh = useCallback(async () => {
    newest.current += 1
    const mine = newest.current
    const answer = await untilAnswered(() => readOwnAttempts({ courseSlug, assignmentId }))
    if (answer?.data && mine === newest.current) setAttempts(answer.data)
  }, [courseSlug, assignmentId])

  // Pages that were seen before, this one among them, are kept for the way back: with figures from before the submission.
  const router = useRouter()
  useEffect(
    () => () => {
      if (newest.current > 0) router.refresh()
    },
    [router],
  )
  return { attempts, refresh }
}
