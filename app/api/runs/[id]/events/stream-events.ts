import type { RunStreamMessage } from '#lib/contract/run-stream.ts'

/** Proxies drop connections that stay silent, many after 30 s. */
const HEARTBEAT_MS = 15_000
/** Serverless hosts end requests at 60 s; the browser comes back by itself and goes on from the last id. */
const LIFETIME_MS = 55_000
/** A place in the queue changes without any change of the run itself, so waiting runs are looked at again. */
const QUEUE_LOOK_MS = 3_000
const RECONNECT_MS = 500

export interface EventSource {
  /** `Last-Event-ID` of a browser that comes back. */
  since: string | null
  subscribe(listener: () => void): Promise<() => void>
  /** What is new since the cursor; null for nothing. */
  read(since: string | null): Promise<RunStreamMessage | null>
  onError(error: unknown): void
  signal: AbortSignal
}

/** The body of an event stream that ends when the run has finished, after its lifetime, or when the client leaves. */
export function streamEvents({ since, subscribe, read, onError, signal }: EventSource): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  let onCancel = () => false
  return new ReadableStream({
    async start(controller) {
      let cursor = since
      let ended = false
      let reading: Promise<void> | null = null
      let again = false
      let unsubscribe = () => {}
      const timers: NodeJS.Timeout[] = []

      const write = (text: string) => controller.enqueue(encoder.encode(text))
      const release = (): boolean => {
        if (ended) return false
        ended = true
        timers.forEach(clearInterval)
        unsubscribe()
        return true
      }
      const end = () => {
        if (release()) controller.close()
      }
      onCancel = release

      const readOnce = async () => {
        const message = await read(cursor)
        if (!message || ended) return
        cursor = message.cursor
        write(`id: ${message.cursor}\ndata: ${JSON.stringify(message)}\n\n`)
        if (message.state === 'finished') end()
      }
      /** One read at a time; changes that come meanwhile are covered by one more. */
      const look = () => {
        if (ended) return
        if (reading) {
          again = true
          return
        }
        reading = readOnce()
          .catch((error) => {
            onError(error)
            end()
          })
          .finally(() => {
            reading = null
            if (again) {
              again = false
              look()
            }
          })
      }

      signal.addEventListener('abort', end, { once: true })
      write(`retry: ${RECONNECT_MS}\n\n`)
      try {
        // Before the first look: a change between the two would otherwise be lost.
        unsubscribe = await subscribe(look)
      } catch (error) {
        onError(error)
        end()
        return
      }
      if (ended) {
        unsubscribe()
        return
      }
      timers.push(setInterval(() => write(': still here\n\n'), HEARTBEAT_MS))
      timers.push(setInterval(look, QUEUE_LOOK_MS))
      timers.push(setTimeout(end, LIFETIME_MS))
      look()
    },
    cancel() {
      onCancel()
    },
  })
}
