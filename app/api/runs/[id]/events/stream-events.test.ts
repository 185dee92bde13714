import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { RunStreamMessage } from '#lib/contract/run-stream.ts'
import { streamEvents } from './stream-events.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const message = (seq: number, state: RunStreamMessage['state'] = 'running'): RunStreamMessage => ({
  runId: 'r',
  cursor: `1.${seq}.0`,
  seq,
  attempt: 1,
  state,
  phase: 'training',
  queuePosition: null,
  model: null,
  step: null,
  console: [],
  notices: [],
  points: [],
  replace: false,
  report: null,
  verdict: null,
  weightsKept: false,
})

/** A stream over messages that the test puts in, with everything it has said so far. */
function open(first: RunStreamMessage | null = null) {
  const pending = first ? [first] : []
  const leave = new AbortController()
  const subscription = { listener: () => {}, open: false }
  const asked: (string | null)[] = []
  const errors: unknown[] = []
  const body = streamEvents({
    since: '1.0.0',
    subscribe: async (listener) => {
      Object.assign(subscription, { listener, open: true })
      return () => {
        subscription.open = false
      }
    },
    read: async (since) => {
      asked.push(since)
      return pending.shift() ?? null
    },
    onError: (error) => errors.push(error),
    signal: leave.signal,
  })
  const said = { text: '', ended: false }
  const reader = body.getReader()
  const read = async (): Promise<void> => {
    const { value, done } = await reader.read()
    said.text += value ? new TextDecoder().decode(value) : ''
    said.ended = done
    if (!done) await read()
  }
  void read()
  return { said, pending, subscription, asked, errors, leave, reader }
}
const settle = () => vi.advanceTimersByTimeAsync(0)

it('looks once it listens, and again at each change, from where it was', async () => {
  const { said, pending, subscription, asked } = open(message(1))
  await settle()
  expect(said.text).toContain('id: 1.1.0\ndata: {')
  pending.push(message(2))
  subscription.listener()
  await settle()
  expect(asked).toEqual(['1.0.0', '1.1.0'])
  expect(said.text).toContain('id: 1.2.0\n')
})

it('covers changes that come while it looks by one more look', async () => {
  const { subscription, asked } = open()
  await settle()
  for (let i = 0; i < 5; i++) subscription.listener()
  await settle()
  expect(asked).toHaveLength(3)
})

it('says every 15 s that it is there, and ends after 55 s so that the browser comes back', async () => {
  const { said, subscription } = open()
  await vi.advanceTimersByTimeAsync(54_999)
  expect(said.text.match(/^: still here$/gm)).toHaveLength(3)
  expect(said.ended).toBe(false)
  await vi.advanceTimersByTimeAsync(1)
  expect(said.ended).toBe(true)
  expect(subscription.open).toBe(false)
})

it.each([
  [
    'the run has finished',
    ({ pending, subscription }: ReturnType<typeof open>) => {
      pending.push(message(9, 'finished'))
      subscription.listener()
    },
  ],
  ['the request is aborted', ({ leave }: ReturnType<typeof open>) => leave.abort()],
  ['the reader leaves', ({ reader }: ReturnType<typeof open>) => void reader.cancel()],
])('stops listening and looking when %s', async (_, happen) => {
  const stream = open()
  await settle()
  happen(stream)
  await settle()
  const looks = stream.asked.length
  expect(stream.subscription.open).toBe(false)
  stream.subscription.listener()
  await vi.advanceTimersByTimeAsync(60_000)
  expect(stream.asked).toHaveLength(looks)
  expect(stream.errors).toEqual([])
})
