import { describe, expect, it } from 'vitest'
import type { RunStreamMessage } from '#lib/contract/run-stream.ts'
import type { EpochPoint } from '#lib/contract/telemetry.ts'
import { reduceRun, secondsLeft } from './run-view.ts'

const point = (epoch: number): EpochPoint => ({
  epoch,
  loss: 1 / epoch,
  metric: null,
  valLoss: null,
  valMetric: null,
  learningRate: 0.01,
  seconds: epoch * 2,
  layers: [],
})
const message = (over: Partial<RunStreamMessage>): RunStreamMessage => ({
  runId: 'a',
  cursor: '1.1.0',
  seq: 1,
  attempt: 1,
  state: 'running',
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
  ...over,
})
const epochs = (...messages: RunStreamMessage[]) =>
  messages.reduce<ReturnType<typeof reduceRun> | null>(reduceRun, null)?.curve.map(({ epoch }) => epoch)

describe('reduceRun', () => {
  it('appends what is new, once', () => {
    expect(
      epochs(
        message({ points: [point(1)], replace: true }),
        message({ seq: 2, points: [point(2), point(3)] }),
        message({ seq: 3, points: [point(3), point(4)] }),
      ),
    ).toEqual([1, 2, 3, 4])
  })

  it('begins anew when the run was begun anew, and hears no more of the delivery before', () => {
    const before = message({ seq: 5, points: [point(1), point(2)], replace: true })
    const anew = message({ seq: 6, attempt: 2, points: [point(1)], replace: true })
    expect(epochs(before, anew)).toEqual([1])
    expect(epochs(before, anew, message({ seq: 7, attempt: 1, points: [point(3)] }))).toEqual([1])
  })

  it('ignores a message that arrives after a later one', () => {
    expect(
      epochs(message({ seq: 4, points: [point(1)], replace: true }), message({ seq: 3, points: [], replace: true })),
    ).toEqual([1])
  })

  it('shows another run by itself', () => {
    expect(epochs(message({ points: [point(1)], replace: true }), message({ runId: 'b', seq: 0, points: [] }))).toEqual(
      [],
    )
  })
})

describe('secondsLeft', () => {
  const model = { params: 10, layers: 2, epochs: 10, stepsPerEpoch: 5 }
  it.each([
    [{ curve: [point(1), point(2)], model, state: 'running' as const }, 16],
    [{ curve: [point(10)], model, state: 'running' as const }, null],
    [{ curve: [], model, state: 'running' as const }, null],
    [{ curve: [point(1)], model: null, state: 'running' as const }, null],
    [{ curve: [point(1)], model, state: 'finished' as const }, null],
  ])('%#: %d', (view, seconds) => {
    expect(secondsLeft(view)).toBe(seconds)
  })
})
