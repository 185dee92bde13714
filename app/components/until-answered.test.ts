import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { untilAnswered } from './until-answered.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const unreachable = () => Promise.reject(new TypeError('Failed to fetch'))

it('sends once where the answer comes, whatever it says', async () => {
  const send = vi.fn(async () => ({ serverError: 'no' }))
  expect(await untilAnswered(send)).toEqual({ serverError: 'no' })
  expect(send).toHaveBeenCalledTimes(1)
})

it('sends again over a server that is away for a few seconds', async () => {
  const send = vi
    .fn(async () => 'here')
    .mockImplementationOnce(unreachable)
    .mockImplementationOnce(unreachable)
  const answer = untilAnswered(send)
  await vi.advanceTimersByTimeAsync(2_999)
  expect(send).toHaveBeenCalledTimes(2)
  await vi.advanceTimersByTimeAsync(1)
  expect(await answer).toBe('here')
})

it('gives up at a server that stays away', async () => {
  const send = vi.fn(unreachable)
  const answer = untilAnswered(send)
  await vi.advanceTimersByTimeAsync(60_000)
  expect(await answer).toBeNull()
  expect(send).toHaveBeenCalledTimes(5)
})
