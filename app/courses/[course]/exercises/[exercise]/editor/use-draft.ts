'use client'
import { useCallback, useEffect, useRef, useState } from 'react'
import { saveDraft } from '#app/actions/save-draft.ts'

export type DraftState =
  | { kind: 'saved'; at: Date | null }
  | { kind: 'saving' }
  /** The server could not be reached; the text lies in this browser and goes out when it can. */
  | { kind: 'offline' }
  | { kind: 'refused'; detail: string }
  /** Somebody without an enrolment: the text stays in this browser. */
  | { kind: 'local' }

interface Options {
  courseSlug: string
  assignmentId: string
  /** False for somebody who has no draft of their own here. */
  enrolled: boolean
  savedAt: Date | null
}

const SETTLE_MS = 900
const RETRY_MS = 10_000

export const draftKey = (assignmentId: string): string => `gradus:draft:${assignmentId}`

/** Keeps the editor's text: at once in this browser, a moment after typing stopped on the server. */
export function useDraft({ courseSlug, assignmentId, enrolled, savedAt }: Options) {
  const [state, setState] = useState<DraftState>(enrolled ? { kind: 'saved', at: savedAt } : { kind: 'local' })
  const pending = useRef<string | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const sending = useRef(false)

  const send = useCallback(async () => {
    clearTimeout(timer.current)
    const source = pending.current
    if (source === null || sending.current) return
    sending.current = true
    setState({ kind: 'saving' })
    const answer = await saveDraft({ courseSlug, assignmentId, source }).catch(() => null)
    sending.current = false
    const result = answer?.data
    if (result?.ok) {
      if (pending.current === source) {
        pending.current = null
        forget(assignmentId)
        setState({ kind: 'saved', at: result.savedAt })
      } else {
        // Typed on meanwhile.
        timer.current = setTimeout(send, SETTLE_MS)
      }
    } else if (result) {
      setState({ kind: 'refused', detail: result.detail })
    } else {
      setState({ kind: 'offline' })
      timer.current = setTimeout(send, RETRY_MS)
    }
  }, [courseSlug, assignmentId])

  const change = useCallback(
    (source: string) => {
      keep(assignmentId, source)
      if (!enrolled) return
      pending.current = source
      clearTimeout(timer.current)
      timer.current = setTimeout(send, SETTLE_MS)
    },
    [assignmentId, enrolled, send],
  )

  useEffect(() => {
    const onHide = () => {
      if (document.visibilityState === 'hidden') void send()
    }
    window.addEventListener('online', send)
    document.addEventListener('visibilitychange', onHide)
    return () => {
      clearTimeout(timer.current)
      window.removeEventListener('online', send)
      document.removeEventListener('visibilitychange', onHide)
    }
  }, [send])

  return { state, change }
}

/** Text that was typed and never reached the server, if any. */
export function findKept(assignmentId: string): string | null {
  try {
    return localStorage.getItem(draftKey(assignmentId))
  } catch {
    // Storage may be forbidden; then there is nothing kept.
    return null
  }
}

function keep(assignmentId: string, source: string): void {
  try {
    localStorage.setItem(draftKey(assignmentId), source)
  } catch {
    // Full or forbidden: the server's copy is the one that counts.
  }
}

function forget(assignmentId: string): void {
  try {
    localStorage.removeItem(draftKey(assignmentId))
  } catch {
    // See above.
  }
}
