import { describe, expect, it } from 'vitest'
import { FigureSpec } from '#lib/contract/figure.ts'
import { EXAMPLES } from './examples.ts'
import { parametersOf } from './parameters.ts'

describe('gallery of figures', () => {
  it('shows each figure once, as a lesson may write it', () => {
    expect(EXAMPLES.map(({ name }) => name).sort()).toEqual(
      FigureSpec.options.map(({ shape }) => shape.name.value).sort(),
    )
    for (const example of EXAMPLES) expect(FigureSpec.parse(example)).toEqual(example)
  })

  it('tells the parameters that the schema has', () => {
    expect(parametersOf('neuron')).toEqual([
      {
        name: 'activation',
        values: 'linear, step, sigmoid, tanh, relu, leakyRelu, elu, softplus',
        standard: 'sigmoid',
      },
    ])
    expect(parametersOf('gradient-flow')).toEqual([
      { name: 'layers', values: 'whole number from 2 to 20', standard: '8' },
    ])
    expect(parametersOf('decision-boundary')[1]).toEqual({
      name: 'units',
      values: 'list of 2 to 5: whole number from 1 to 32',
      standard: null,
    })
    expect(parametersOf('scaling')).toEqual([])
  })
})
