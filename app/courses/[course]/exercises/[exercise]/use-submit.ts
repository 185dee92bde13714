'use client'
import { useCallback, useRef, useState } from 'react'
import { toast } from 'sonner'
import { submit as submitAction } from '#app/actions/submit.ts'
import { untilAnswered } from '#app/components/until-answered.ts'

export interface Submitted {
  runId: string
  submissionId: string
  source: string
}

interface Options {
  courseSlug: string
  assignmentId: string
  onSubmitted: (submitted: Submitted) => void
}

/** 128 random bits; `crypto.randomUUID` is missing on pages that come over plain http from another machine. */
const newKey = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('')

/**
 * Hands in the source, under a key of its own: when the answer is lost on the way, the same source is sent again under the
 * same key, by itself or by the next click, and costs one attempt.
 */
export function useSubmit({ courseSlug, assignmentId, onSubmitted }: Options) {
  const [pending, setPending] = useState(false)
  const busy = useRef(false)
  const unanswered = useRef<{ source: string; key: string } | null>(null)

  const submit = useCallback(
    async (source: string) => {
      if (busy.current) return
      busy.current = true
      setPending(true)
      if (unanswered.current?.source !== source) unanswered.current = { source, key: newKey() }
      const form = { courseSlug, assignmentId, source, idempotencyKey: unanswered.current.key }
      const answer = await untilAnswered(() => submitAction(form))
      if (answer) unanswered.current = null
      busy.current = false
      setPending(false)
      const result = answer?.data
      if (result?.ok) {
        onSubmitted({ runId: result.runId, submissionId: result.submissionId, source })
      } else if (result) {
        toast.error('Not submitted', { description: result.detail })
      } else {
        toast.error('Not submitted', {
          description: answer?.serverError ?? 'The server could not be reached. Your text is kept; submit again later.',
        })
      }
    },
    [courseSlug, assignmentId, onSubmitted],
  )
  return { submit, pending }
}
