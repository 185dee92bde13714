import { describe, expect, it, vi } from 'vitest'
import { createSession, type Session } from './session.ts'
import { DEFAULT_STATE, type PlaygroundState } from './state.ts'
import { STORIES } from './stories.ts'

// Hundreds of epochs each: a second or so, on a machine that does nothing else.
vi.setConfig({ testTimeout: 60_000 })

const stateOf = (changes: Partial<PlaygroundState>): PlaygroundState => ({ ...DEFAULT_STATE, ...changes })

function trained(state: PlaygroundState, epochs: number): Session {
  const session = createSession(state)
  for (let epoch = 0; epoch < epochs && session.finite; epoch++) session.trainEpoch(state)
  return session
}
const story = (title: string) => STORIES.find((one) => one.title.startsWith(title))?.state ?? DEFAULT_STATE

describe('a session', () => {
  it('learns the default, and is the same again for the same seeds', () => {
    const { readings, network } = trained(DEFAULT_STATE, 150)
    expect(readings).toMatchObject({ epoch: 150, finite: true })
    expect(readings.testLoss).toBeLessThan(0.15)
    expect(readings.testAccuracy).toBeGreaterThan(0.95)
    expect([...trained(DEFAULT_STATE, 150).network.parameters]).toEqual([...network.parameters])
    expect(trained(stateOf({ weightSeed: 2 }), 1).network.parameters).not.toEqual(network.parameters)
  })
  it.each([
    { data: 'circle', layers: [6], optimizer: 'adam', learningRate: 0.03 },
    { data: 'gauss', layers: [] },
    { data: 'spiral', layers: [8, 8, 8], optimizer: 'adam', learningRate: 0.01, noise: 0 },
    { data: 'xor', layers: [8, 8], activation: 'relu', initializer: 'heNormal', batchNorm: true, dropout: 0.1 },
  ] as const)('learns %j', (changes) => {
    const { readings } = trained(stateOf({ ...changes, layers: [...changes.layers] }), 300)
    expect(readings.testAccuracy).toBeGreaterThan(0.9)
  })
  it.each(['plane', 'hills'] as const)('learns the numbers of the %s', (data) => {
    const state = stateOf({ data, layers: [8, 8], optimizer: 'adam', learningRate: 0.01, noise: 0 })
    const before = createSession(state).readings
    const { readings } = trained(state, 200)
    expect(readings.testLoss).toBeLessThan(before.testLoss / 5)
    expect(readings.testAccuracy).toBeNull()
  })
  it('learns the same whether anybody reads it or not', () => {
    const state = stateOf({ layers: [4], batchNorm: true, dropout: 0.2, batchSize: 64 })
    const [read, unread] = [createSession(state), createSession(state)]
    for (let epoch = 0; epoch < 300; epoch++) {
      read.trainEpoch(state)
      expect(read.readings.epoch).toBe(epoch + 1)
      unread.trainEpoch(state)
    }
    expect(unread.network.parameters).toEqual(read.network.parameters)
    expect(unread.readings).toEqual(read.readings)
    expect(unread.curve).toEqual(read.curve)
  })
  it('says when its numbers have run away', () => {
    const state = stateOf({ data: 'plane', layers: [8], activation: 'linear', learningRate: 10 })
    const session = createSession(state)
    expect(session.finite).toBe(true)
    for (let epoch = 0; epoch < 50 && session.finite; epoch++) session.trainEpoch(state)
    expect(session.finite).toBe(false)
    expect(session.readings.finite).toBe(false)
  })
  it('reads weights that were set by hand', () => {
    const session = createSession(DEFAULT_STATE)
    const before = session.readings.trainLoss
    session.network.parameters.fill(0)
    session.measureAnew()
    expect(session.readings.trainLoss).toBeCloseTo(Math.LN2)
    expect(before).not.toBeCloseTo(Math.LN2)
  })
  it('deals the points by the share, and the same ones whatever the network', () => {
    const [small, large] = [
      createSession(stateOf({ trainShare: 10 })),
      createSession(stateOf({ trainShare: 90, layers: [] })),
    ]
    expect([small.train.points.length, small.test.points.length]).toEqual([40, 360])
    expect(large.train.points.slice(0, 40)).toEqual(small.train.points)
  })
  it('thins a long curve and keeps its ends', () => {
    const { curve } = trained(stateOf({ layers: [], batchSize: 64 }), 2500)
    expect(curve.epochs.length).toBeLessThan(256)
    expect(curve.epochs[0]).toBe(0)
    expect(curve.epochs.at(-1)).toBeGreaterThan(2500 - 2 * curve.stride)
    expect(new Set(curve.epochs.slice(1).map((epoch, i) => epoch - (curve.epochs[i] ?? 0)))).toEqual(
      new Set([curve.stride]),
    )
  })
})

describe('the stories are true', () => {
  it('one neuron cannot do XOR, and with the product it can', () => {
    expect(trained(story('One neuron'), 200).readings).toMatchObject({ testLoss: expect.closeTo(0.69, 1) })
    expect(trained(story('Features'), 100).readings.testAccuracy).toBeGreaterThan(0.95)
  })
  it('the gradient vanishes through eight sigmoids, and not through ReLU with He', () => {
    const deep = story('Sigmoid')
    const ratio = (state: PlaygroundState) => {
      const { layers } = trained(state, 3).readings
      return (layers[0]?.gradientNorm ?? 0) / (layers.at(-1)?.gradientNorm ?? 0)
    }
    expect(ratio(deep)).toBeLessThan(1e-3)
    expect(ratio({ ...deep, activation: 'relu', initializer: 'heNormal' })).toBeGreaterThan(0.1)
    expect(trained(deep, 60).readings.testAccuracy).toBeLessThan(0.75)
    const mended = { ...deep, activation: 'relu', initializer: 'heNormal' } as const
    expect(trained(mended, 150).readings.testAccuracy).toBeGreaterThan(0.9)
  })
  it('a rate too high does not learn what a hundredth of it learns', () => {
    const high = story('Too high')
    expect(trained(high, 60).readings.testAccuracy).toBeLessThan(0.8)
    expect(trained({ ...high, learningRate: high.learningRate / 100 }, 60).readings.testAccuracy).toBeGreaterThan(0.95)
  })
  it('ReLUs die, leaky ones cannot', () => {
    const dying = story('Dead')
    const { layers } = trained(dying, 30).readings
    const dead = layers.map(({ idle }) => (idle?.kind === 'dead' ? idle.share : 0))
    expect(Math.max(...dead)).toBeGreaterThan(0.4)
    expect(trained({ ...dying, activation: 'leakyRelu' }, 30).readings.layers.map(({ idle }) => idle)).toEqual([
      null,
      null,
      null,
    ])
  })
  it('the test loss of learnt noise turns and rises', () => {
    const { curve } = trained(story('Learning the noise'), 300)
    const lowest = Math.min(...curve.test)
    expect(curve.test.at(-1)).toBeGreaterThan(1.5 * lowest)
    expect(curve.train.at(-1)).toBeLessThan(0.5 * (curve.train[0] ?? 0))
  })
})
