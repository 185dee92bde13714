import { expect, it } from 'vitest'
import { comparePeers, type PeerRun } from './bench-peers.ts'

const run = (wallSeconds: number, change: Partial<PeerRun> = {}): PeerRun => ({
  wallSeconds,
  cpuSeconds: 2 * wallSeconds,
  trainSeconds: 0.5,
  accuracy: 0.97,
  params: 100,
  ...change,
})

it('says how many times as long as the worker each took, by median', () => {
  const { graders, params } = comparePeers('digits', {
    'otter-grader': [run(12), run(9), run(10)],
    nbgrader: [run(8), run(8), run(8)],
    'gradus grade': [run(4), run(4), run(4)],
    gradus: [run(1), run(2), run(3)],
  })
  expect(params).toBe(100)
  expect(graders['otter-grader']).toMatchObject({ timesOurs: 5, wallSeconds: { median: 10, low: 9, high: 12 } })
  expect(graders.nbgrader.timesOurs).toBe(4)
  expect(graders.gradus).toMatchObject({ timesOurs: 1, cpuSeconds: { median: 4, low: 2, high: 6 } })
})

it('compares no networks of different sizes', () => {
  const runs = {
    'otter-grader': [run(1)],
    nbgrader: [run(1)],
    'gradus grade': [run(1)],
    gradus: [run(1, { params: 99 })],
  }
  expect(() => comparePeers('digits', runs)).toThrow('the networks of digits have 100, 99 parameters')
})
