import { expect, it } from 'vitest'
import { overheadOf } from './bench-overhead.ts'
import type { Submitted } from './submission-protocol.ts'

const RUN: Submitted = {
  kind: 'submitted',
  verdict: 'scored',
  acceptedMs: 10,
  claimedMs: 30,
  firstEventMs: 35,
  reachedMs: { model: 190, firstStep: 200 },
  firstProgressMs: 220,
  scoredMs: 1300,
  trainingMs: 1000,
  timing: { compile: 5, prepare: 120, train: 1050, predict: 10, score: 5, total: 1200 },
  cpuSeconds: 2,
  metric: { name: 'accuracy', public: 0.9, private: 0.9 },
  params: 100,
}

it('leaves training out of the overhead, and the learner’s box out of the way to the first step', () => {
  expect(overheadOf(RUN)).toMatchObject({ overhead: 300, firstStep: 200, firstStepBesidePrepare: 80, claimed: 30 })
})

it('takes the score for the first sight of training where it came sooner than any', () => {
  expect(overheadOf({ ...RUN, firstProgressMs: null }).firstProgress).toBe(1300)
})

it.each([{ verdict: 'platform_error' }, { reachedMs: { model: 190 } }])('measures no run that failed: %o', (change) => {
  expect(() => overheadOf({ ...RUN, ...change })).toThrow('a solution ended with')
})
