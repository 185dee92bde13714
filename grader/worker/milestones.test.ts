import { expect, it } from 'vitest'
import type { EpochPoint } from '#lib/contract/telemetry.ts'
import { Milestones } from './milestones.ts'

const step = { kind: 'step', epoch: 1, step: 1, stepsPerEpoch: 2, loss: 0.5 } as const

it('keeps when each was reached first, from when the run was queued', () => {
  let now = 1000
  const milestones = new Milestones(new Date(990), () => now)
  milestones.handle({ kind: 'phase', phase: 'compiling' })
  now = 1040
  milestones.handle({ kind: 'notice', message: 'not one' })
  milestones.handle({ kind: 'model', params: 1, layers: 1, epochs: 1, stepsPerEpoch: 2 })
  now = 1100
  milestones.handle(step)
  now = 1200
  milestones.handle(step)
  expect(milestones.reachedMs).toEqual({ compiling: 10, model: 50, firstStep: 110 })
})

it('takes the first epoch for the first step where no step was told', () => {
  const milestones = new Milestones(new Date(0), () => 5)
  milestones.handle({ kind: 'epoch', point: {} as EpochPoint })
  expect(milestones.reachedMs).toEqual({ firstStep: 5 })
})
