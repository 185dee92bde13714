import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { EXTENT } from '#lib/playground/data-sets.ts'
import { featureRows } from '#lib/playground/features.ts'
import { forward } from '#lib/playground/forward.ts'
import { createPass } from '#lib/playground/pass.ts'
import { createSession } from '#lib/playground/session.ts'
import { seededRandom } from '#lib/training/seeded-random.ts'
import { anyState } from '#tests/helpers/any-playground-state.ts'
import { fastTanh } from './fast-tanh.ts'
import { createField, evaluateField, SIDE } from './field.ts'

describe('tanh from a table', () => {
  it('is the exact one to 1e-8, wherever it is asked', () => {
    fc.assert(
      fc.property(fc.oneof(fc.double({ min: -12, max: 12, noNaN: true }), fc.double({ noNaN: true })), (z) => {
        expect(Math.abs(fastTanh(z) - Math.tanh(z))).toBeLessThan(1e-8)
      }),
    )
  })

  it('of no number is no number', () => {
    expect(fastTanh(Number.NaN)).toBeNaN()
  })
})

/** The middle of the grid's cell in this row and column. */
const pointAt = (row: number, column: number) => ({
  x1: (((column + 0.5) / SIDE) * 2 - 1) * EXTENT,
  x2: (1 - ((row + 0.5) / SIDE) * 2) * EXTENT,
})

describe('the heat maps', () => {
  it('show what the network answers, whatever it is built of', () => {
    const cell = fc.integer({ min: 0, max: SIDE - 1 })
    fc.assert(
      fc.property(anyState, cell, cell, (state, row, column) => {
        const { network } = createSession(state)
        // Biases, and scales and shifts of batch normalisation, start where leaving them out would go unseen.
        const random = seededRandom(state.weightSeed, 'heat maps')
        network.parameters.forEach((_, i) => {
          network.parameters[i] = random() * 2 - 1
        })
        for (const { moving } of network.layers)
          moving?.mean.forEach((_, unit) => {
            moving.mean[unit] = random() - 0.5
            moving.variance[unit] = 0.5 + random()
          })
        const field = createField(network, state.features)
        evaluateField(field, network)

        const pass = createPass(network, 1)
        forward(network, pass, featureRows([pointAt(row, column)], state.features), 1, null)
        pass.layers.forEach(({ activation }, depth) => {
          activation.forEach((answer, unit) => {
            const shown = field.units[depth]?.[unit]?.[row * SIDE + column] as number
            expect(Math.abs(shown - answer)).toBeLessThanOrEqual(1e-6 * Math.max(1, Math.abs(answer)))
          })
        })
      }),
      { numRuns: 60 },
    )
  })
})
