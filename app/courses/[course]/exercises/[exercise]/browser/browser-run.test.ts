import { describe, expect, it } from 'vitest'
import type { Progress } from '#app/sandbox/open-sandbox.ts'
import { endRun, type RunContext, reduceEvent, startRun } from './browser-run.ts'

const context: RunContext = {
  cases: [
    { fn: 'add', args: [1, 2], expect: 3 },
    { fn: 'add', args: [2, 2], expect: 4 },
    { fn: 'add', args: [0, 0], expect: 0 },
  ],
  mapPosition: ({ line, column }) => ({ line: line - 10, column }),
  maxSeconds: 60,
}
const after = (events: Progress[]) =>
  events.reduce((run, event) => reduceEvent(run, event, context), startRun('the source'))

describe('a run in the browser', () => {
  it('compares answers with what the visible cases expect, in order, in the words of the grader', () => {
    const { cases } = after([
      { kind: 'answer', answer: { ok: true, value: 3.000001, mutated: false } },
      { kind: 'answer', answer: { ok: true, value: 5, mutated: false } },
      {
        kind: 'answer',
        answer: {
          ok: false,
          fault: { verdict: 'runtime_error', message: 'TypeError: no', at: { line: 13, column: 2 } },
        },
      },
      { kind: 'answer', answer: { ok: true, value: 'one too many', mutated: false } },
    ])
    expect(cases).toEqual([
      { fn: 'add', passed: true, message: 'add(1, 2) is right' },
      { fn: 'add', passed: false, message: 'add(2, 2): expected 4, got 5' },
      { fn: 'add', passed: false, message: 'add(0, 0): TypeError: no (line 3)' },
    ])
  })

  it('keeps no more lines than can be read, however many are sent', () => {
    const line: Progress = { kind: 'console', level: 'log', line: 'x' }
    expect(after(Array.from({ length: 5_000 }, () => line)).console.length).toBeLessThan(300)
  })

  it('says what ended the training before its last epoch', () => {
    const run = after([
      { kind: 'model', params: 9, layers: 1, epochs: 40, stepsPerEpoch: 3 },
      { kind: 'trained', outcome: 'cpu-limit', epochsRun: 7, bestEpoch: 7, restoredBest: false },
    ])
    expect(run.notices.join()).toContain('60 seconds, with 7 of 40 epochs')
  })

  it('puts a fault at its line of the TypeScript', () => {
    const fault = { verdict: 'runtime_error' as const, message: 'Error: x', hint: 'y', at: { line: 12, column: 5 } }
    expect(endRun(startRun(''), { kind: 'fault', fault, ended: false }, context).error).toEqual({
      kind: 'runtime_error',
      message: 'Error: x',
      hint: 'y',
      line: 2,
      column: 5,
    })
  })
})
