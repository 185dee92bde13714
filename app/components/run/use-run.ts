'use client'
import { useEffect, useReducer, useState } from 'react'
import { RunStreamMessage } from '#lib/contract/run-stream.ts'
import { type RunView, reduceRun } from './run-view.ts'

const REOPEN_MS = 5_000

export type Connection = 'live' | 'reconnecting' | 'lost'

/**
 * Follows a run until it has finished. `initial` is what the server knew when the page was made; the stream goes on from
 * there, over broken connections and the server's own ends of the stream.
 */
export function useRun(runId: string | null, initial: RunStreamMessage | null) {
  const [view, hear] = useReducer(
    (known: RunView | null, message: RunStreamMessage) => reduceRun(known, message),
    initial,
    (message) => (message ? reduceRun(null, message) : null),
  )
  const [connection, setConnection] = useState<Connection>('live')
  const current = view?.runId === runId ? view : null
  const finished = current?.state === 'finished'

  useEffect(() => {
    if (!runId || finished) return
    let stream: EventSource
    let again: ReturnType<typeof setTimeout>
    const open = () => {
      stream = new EventSource(`/api/runs/${encodeURIComponent(runId)}/events`)
      stream.onopen = () => setConnection('live')
      stream.onmessage = ({ data }: MessageEvent<string>) => {
        const message = RunStreamMessage.safeParse(JSON.parse(data))
        if (message.success) hear(message.data)
      }
      // The browser comes back by itself where the connection broke, and gives up at any answer that is no stream: at a
      // proxy's 502 too, while the server behind it starts anew.
      stream.onerror = () => {
        const closed = stream.readyState === EventSource.CLOSED
        setConnection(closed ? 'lost' : 'reconnecting')
        if (closed) again = setTimeout(open, REOPEN_MS)
      }
    }
    open()
    return () => {
      clearTimeout(again)
      stream.close()
    }
  }, [runId, finished])

  return { view: current, connection }
}
