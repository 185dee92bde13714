import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { parse } from 'yaml'
import { Exercise } from '#lib/contract/exercise.ts'
import { VARIANTS, type Variant } from './recording.ts'
import { editSolution } from './variants.ts'

const root = new URL('../../exercises/', import.meta.url)
const read = (path: string) => readFileSync(new URL(path, root), 'utf8')
const variantsOf = (slug: string): Variant[] => {
  const exercise = Exercise.parse(parse(read(`${slug}/exercise.yaml`)))
  const solution = read(`${slug}/solution.ts`)
  return VARIANTS.filter((variant) => editSolution(variant, solution, exercise) !== null)
}

it.each([
  ['m4-mnist-cnn', ['t', 'x', 'q', 'b', 'h', 'w']],
  // Model and training are given there; by hand there are none.
  ['m1-wine-first-network', ['t']],
  ['m1-perceptron-rule', ['t']],
])('%s can be edited by %j', (slug, variants) => {
  expect(variantsOf(slug)).toEqual(variants)
})
